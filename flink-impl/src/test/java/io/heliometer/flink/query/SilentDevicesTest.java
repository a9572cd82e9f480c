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
final class SilentDevicesTest {
    @TempDir
    Path folder;

    static Stream<GoldenCase> goldenCases() {
        return GoldenCase.all("Q6");
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void rows_areGolden_withDefaultSettingsInOneSubtask(GoldenCase golden) throws Exception {
        GoldenRun.assertGolden("Q6", golden, "default", 1, folder);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void rows_areGolden_withTunedSettingsInTwoSubtasks(GoldenCase golden) throws Exception {
        GoldenRun.assertGolden("Q6", golden, "tuned", 2, folder);
    }
}
