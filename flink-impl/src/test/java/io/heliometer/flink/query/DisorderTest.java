package io.heliometer.flink.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.engine.Job;
import io.heliometer.common.workload.Workload;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.testkit.GoldenRun;
import io.heliometer.flink.testkit.InProcess;
import io.heliometer.flink.testkit.Rough;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a workload on which nothing can be relied, each query gives what its oracle expects. */
@ExtendWith(InProcess.class)
final class DisorderTest {
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
        assertOracle(query, variant, Rough.wild(seed, 40));
    }

    @ParameterizedTest
    @CsvSource({"Q5, default, 7", "Q5, tuned, 42", "M, tuned, 7"})
    void rows_areThoseOfTheOracleWherePanelsCanBeCompared(String query, String variant, long seed)
            throws Exception {
        assertOracle(query, variant, Rough.whole(seed));
    }

    private void assertOracle(String query, String variant, Workload workload) throws Exception {
        long droppedBefore = EngineDropped.count();
        Job job = InProcess.job(query, variant, workload, folder);

        GoldenRun.assertOracle(query, workload, InProcess.run(job, workload, folder, 2));

        assertThat(EngineDropped.count()).isEqualTo(droppedBefore);
    }
}
