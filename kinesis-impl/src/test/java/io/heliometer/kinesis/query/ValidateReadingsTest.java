package io.heliometer.kinesis.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.kinesis.GoldenRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ValidateReadingsTest {
    private static final String QUERY = "Q0";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<GoldenCase> cases() {
        return GoldenCase.all(QUERY);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_inOneBatch(GoldenCase golden) throws IOException {
        assertGolden(golden, GoldenRun.of(golden, QUERY, 10_000, folder));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_recordByRecord(GoldenCase golden) throws IOException {
        assertGolden(golden, GoldenRun.of(golden, QUERY, 1, folder));
    }

    private static void assertGolden(GoldenCase golden, GoldenRun run) {
        assertThat(run.results()).isEqualTo(golden.results());
        assertThat(run.rejects()).isEqualTo(golden.rejects());
        assertThat(run.droppedCount()).isZero();
    }

    /** At least once: rows may stand twice, but none is missing and none is another one. */
    @ParameterizedTest
    @MethodSource("cases")
    void golden_survivesRestartAfterAnyRecord(GoldenCase golden) throws IOException {
        for (int cut = 0; cut <= golden.records().size(); cut++) {
            GoldenRun run = GoldenRun.interrupted(golden, QUERY, cut, 1, folder);

            assertThat(distinct(run.results()))
                    .as("cut %s", cut)
                    .isEqualTo(distinct(golden.results()));
            assertThat(distinct(run.rejects()))
                    .as("cut %s", cut)
                    .isEqualTo(distinct(golden.rejects()));
            assertThat(run.droppedCount()).as("cut %s", cut).isZero();
        }
    }

    private static Set<String> distinct(List<String> rows) {
        return Set.copyOf(rows);
    }
}
