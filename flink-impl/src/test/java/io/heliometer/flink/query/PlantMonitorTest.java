package io.heliometer.flink.query;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.flink.testkit.GoldenRun;
import io.heliometer.flink.testkit.InProcess;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(InProcess.class)
final class PlantMonitorTest {
    @TempDir
    Path folder;

    static Stream<GoldenCase> goldenCases() {
        return GoldenCase.all("M");
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void rows_areGolden_withDefaultSettingsInOneSubtask(GoldenCase golden) throws Exception {
        GoldenRun.assertGolden("M", golden, "default", 1, folder);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void rows_areGolden_withTunedSettingsInTwoSubtasks(GoldenCase golden) throws Exception {
        GoldenRun.assertGolden("M", golden, "tuned", 2, folder);
    }
}
