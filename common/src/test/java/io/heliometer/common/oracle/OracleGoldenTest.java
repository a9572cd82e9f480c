package io.heliometer.common.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.OutputTopic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OracleGoldenTest {
    static Stream<GoldenCase> q0() {
        return GoldenCase.all("Q0");
    }

    static Stream<GoldenCase> q3() {
        return GoldenCase.all("Q3");
    }

    @ParameterizedTest
    @MethodSource
    void q0(GoldenCase golden) {
        assertGolden("Q0", golden, golden.rejects());
    }

    @ParameterizedTest
    @MethodSource
    void q3(GoldenCase golden) {
        assertGolden("Q3", golden, List.of());
    }

    private static void assertGolden(String query, GoldenCase golden, List<String> rejects) {
        List<ExpectedRow> rows = Oracle.answer(query, golden);

        assertThat(texts(rows, OutputTopic.RESULTS)).isEqualTo(golden.results());
        assertThat(texts(rows, OutputTopic.REJECTS)).isEqualTo(rejects);
    }

    private static List<String> texts(List<ExpectedRow> rows, OutputTopic topic) {
        return rows.stream()
                .filter(row -> row.topic() == topic)
                .map(ExpectedRow::row)
                .sorted()
                .toList();
    }
}
