package io.heliometer.kstreams.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.kstreams.GoldenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StringRollupTest {
    private static final String QUERY = "Q3";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<GoldenCase> cases() {
        return GoldenCase.all(QUERY);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_withDefaultSettings(GoldenCase golden) throws IOException {
        assertGolden(golden, GoldenRun.of(golden, QUERY, "default", folder));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_withTunedSettings(GoldenCase golden) throws IOException {
        assertGolden(golden, GoldenRun.of(golden, QUERY, "tuned", folder));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_survivesRestartAfterAnyRecord(GoldenCase golden) throws IOException {
        for (int cut = 0; cut <= golden.records().size(); cut++) {
            Path own = Files.createDirectory(folder.resolve("cut-" + cut));
            assertGolden(
                    golden, GoldenRun.interrupted(golden, QUERY, StringRollup.STORE, cut, own));
        }
    }

    private static void assertGolden(GoldenCase golden, GoldenRun run) {
        assertThat(run.results()).isEqualTo(golden.results());
        assertThat(run.rejects()).isEqualTo(List.of());
        assertThat(run.droppedCount()).isZero();
    }
}
