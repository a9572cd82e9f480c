package io.heliometer.flink.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.flink.testkit.CollectingSink;
import io.heliometer.flink.testkit.InProcess;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(InProcess.class)
final class ValidateReadingsTest {
    @TempDir
    Path folder;

    static Stream<GoldenCase> goldenCases() {
        return GoldenCase.all("Q0");
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void rows_areGolden_withDefaultSettingsInOneSubtask(GoldenCase golden) throws Exception {
        assertGolden(golden, "default", 1);
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void rows_areGolden_withTunedSettingsInTwoSubtasks(GoldenCase golden) throws Exception {
        assertGolden(golden, "tuned", 2);
    }

    private void assertGolden(GoldenCase golden, String variant, int parallelism) throws Exception {
        CollectingSink sink = InProcess.run(
                InProcess.job("Q0", variant, golden, folder), golden, folder, parallelism);

        assertThat(sink.rows(OutputTopic.RESULTS)).isEqualTo(golden.results());
        assertThat(sink.rows(OutputTopic.REJECTS)).isEqualTo(golden.rejects());
    }
}
