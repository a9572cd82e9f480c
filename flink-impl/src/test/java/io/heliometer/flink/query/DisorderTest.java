package io.heliometer.flink.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.engine.Job;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.testkit.GoldenRun;
import io.heliometer.flink.testkit.InProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a workload on which nothing can be relied, each query gives what its oracle expects. */
@ExtendWith(InProcess.class)
final class DisorderTest {
    /** A third of the records is lost or spoiled, so that many devices miss three in a row. */
    private static final Disorder WILD = new Disorder(
            50_000, 100_000, 50_000, 50_000, 20_000, 100_000, 150_000, 150_000, 50_000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Q0, default, 1",
        "Q1, default, 7",
        "Q1, tuned, 42",
        "Q2, default, 7",
        "Q2, tuned, 42",
        "Q3, tuned, 42",
        "Q6, default, 7",
        "Q6, tuned, 42",
        "M, default, 7",
        "M, tuned, 42",
        "M, tuned, 20260621"
    })
    void rows_areThoseOfTheOracle(String query, String variant, long seed) throws Exception {
        long droppedBefore = EngineDropped.count();
        Workload workload = new SimulatedWorkload(
                new WorkloadSpec(seed, 800, 4, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 40, WILD));
        Job job = InProcess.job(query, variant, workload, folder);

        GoldenRun.assertOracle(query, workload, InProcess.run(job, workload, folder, 2));

        assertThat(EngineDropped.count()).isEqualTo(droppedBefore);
    }
}
