package io.heliometer.common.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.OutputTopic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case of every query; the engines run the same files. */
final class OracleGoldenTest {
    record Case(String query, GoldenCase golden) {
        @Override
        public String toString() {
            return query + " " + golden;
        }
    }

    static Stream<Case> cases() {
        return Oracle.QUERIES.stream()
                .flatMap(query -> GoldenCase.all(query).map(golden -> new Case(query, golden)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oracle_givesTheRowsOfTheFile(Case given) {
        List<ExpectedRow> rows = answer(given);

        assertThat(texts(rows, OutputTopic.RESULTS)).isEqualTo(given.golden.results());
        assertThat(texts(rows, OutputTopic.REJECTS)).isEqualTo(given.golden.rejects());
    }

    /** Unlike {@link Oracle#answer}, lets a case expect nothing: its file says so. */
    private static List<ExpectedRow> answer(Case given) {
        Oracle oracle = Oracle.of(given.query, given.golden);
        given.golden.records().forEach(oracle::accept);
        return oracle.finish();
    }

    private static List<String> texts(List<ExpectedRow> rows, OutputTopic topic) {
        return rows.stream()
                .filter(row -> row.topic() == topic)
                .map(ExpectedRow::row)
                .sorted()
                .toList();
    }
}
