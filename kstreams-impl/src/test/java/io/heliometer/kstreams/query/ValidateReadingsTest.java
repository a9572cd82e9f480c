package io.heliometer.kstreams.query;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.kstreams.GoldenRun;
import io.heliometer.kstreams.TestTask.Plan;
import java.io.IOException;
import java.nio.file.Files;
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
    void golden_withDefaultSettings(GoldenCase golden) throws IOException {
        GoldenRun.of(new Plan(golden, QUERY, "default"), folder).assertGives(golden);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_withTunedSettings(GoldenCase golden) throws IOException {
        GoldenRun.of(new Plan(golden, QUERY, "tuned"), folder).assertGives(golden);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_survivesRestart(GoldenCase golden) throws IOException {
        for (int cut : GoldenRun.cuts(golden)) {
            Path own = Files.createDirectory(folder.resolve("cut-" + cut));
            GoldenRun.interrupted(new Plan(golden, QUERY, "tuned"), cut, own).assertGives(golden);
        }
    }
}
