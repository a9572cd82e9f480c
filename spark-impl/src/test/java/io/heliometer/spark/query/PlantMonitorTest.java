package io.heliometer.spark.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.spark.GoldenRun;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = GoldenRun.LIMIT_MINUTES, unit = TimeUnit.MINUTES)
final class PlantMonitorTest {
    private static final String QUERY = "M";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<GoldenCase> cases() {
        return GoldenCase.all(QUERY);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void golden_survivesRestartBetweenBatches(GoldenCase golden) throws Exception {
        GoldenRun run = GoldenRun.of(golden, QUERY, "tuned", 2, folder);

        assertThat(run.results()).isEqualTo(golden.results());
        assertThat(run.rejects()).isEqualTo(golden.rejects());
        assertThat(run.droppedCount()).isZero();
    }
}
