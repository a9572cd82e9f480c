package io.heliometer.kinesis.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.kinesis.GoldenRun;
import java.io.IOException;
import java.nio.file.Path;
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
        assertGolden(golden, GoldenRun.of(golden, QUERY, 10_000, folder), "in one batch");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_recordByRecord(GoldenCase golden) throws IOException {
        assertGolden(golden, GoldenRun.of(golden, QUERY, 1, folder), "record by record");
    }

    /** The rows under way are lost, so each row stands once although none is sent only once. */
    @ParameterizedTest
    @MethodSource("cases")
    void golden_survivesRestartAfterAnyRecord(GoldenCase golden) throws IOException {
        for (int cut = 0; cut <= golden.records().size(); cut++) {
            assertGolden(
                    golden,
                    GoldenRun.interrupted(golden, QUERY, cut, 1, folder),
                    "cut after " + cut);
        }
    }

    private static void assertGolden(GoldenCase golden, GoldenRun run, String how) {
        assertThat(run.results()).as(how).isEqualTo(golden.results());
        assertThat(run.rejects()).as(how).isEqualTo(golden.rejects());
        assertThat(run.droppedCount()).as(how).isZero();
    }
}
