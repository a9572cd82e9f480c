package io.heliometer.kstreams.query;

import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.kstreams.GoldenRun;
import io.heliometer.kstreams.TestTask.Plan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What tasks write and what the oracle says, over simulated input that is worse than any field's.
 */
final class QueryMatchesOracleTest {
    private static final Disorder WILD =
            new Disorder(50_000, 20_000, 50_000, 50_000, 20_000, 100_000, 100_000, 50_000, 200_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Two sites on two partitions, two full windows of 15 min. */
    private static Workload workload(long seed) {
        return new SimulatedWorkload(
                new WorkloadSpec(seed, 400, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 31, WILD));
    }

    private static Plan plan(String query, long seed) {
        return new Plan(workload(seed), query, "tuned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q0", "Q1", "Q2", "Q3", "Q5", "Q6"})
    void query_matchesTheOracle(String query) throws IOException {
        Plan plan = plan(query, 42);

        GoldenRun.of(plan, folder).assertGivesWhatTheOracleGives(plan);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void plantMonitor_matchesTheOracle(long seed) throws IOException {
        Plan plan = plan("M", seed);

        GoldenRun.of(plan, folder).assertGivesWhatTheOracleGives(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q1", "Q2", "Q5", "Q6", "M"})
    void restartInTheMiddle_changesNoRow(String query) throws IOException {
        Plan plan = plan(query, 1);

        GoldenRun.interrupted(plan, 3_217, folder).assertGivesWhatTheOracleGives(plan);
    }
}
