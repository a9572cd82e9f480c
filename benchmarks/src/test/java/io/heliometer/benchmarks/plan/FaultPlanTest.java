package io.heliometer.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.load.WorkloadFile;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.results.run.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultPlanTest {
    @TempDir
    private Path folder;

    private Input input;

    @BeforeEach
    void makeInput() throws IOException {
        Path file = folder.resolve("workload.properties");
        WorkloadFile.write(WorkloadFile.describe(TrialBench.smallWorkload()), file);
        input = new Input(Kind.OPEN_LOOP, WorkloadFile.open(file), file, 60);
    }

    private TrialSpec trial(int block) {
        EngineDescription engine = new EngineDescription(
                1,
                "toy",
                "Toy",
                "1",
                "kafka",
                "exactly-once",
                List.of("Q3"),
                List.of("default"),
                null,
                List.of(new EngineDescription.RoleDescription(
                        "worker", "worker", 2, 128, List.of(), List.of())));
        return new TrialSpec(
                block,
                new EngineFolder(folder, List.of(), engine),
                "Q3",
                input,
                TrialRecord.KILL_WORKER,
                1);
    }

    @Test
    void sameSeed_sameMomentAndVictim() {
        Suite suite = Suite.load("quick", Map.of("seed", "7"));

        assertThat(FaultPlan.draw(trial(1), suite, 2))
                .isEqualTo(FaultPlan.draw(trial(1), suite, 2));
        assertThat(FaultPlan.draw(trial(2), suite, 2))
                .isNotEqualTo(FaultPlan.draw(trial(1), suite, 2));
    }

    @Test
    void moment_staysWithinItsBounds() {
        Suite suite = Suite.load("quick", Map.of());
        for (int block = 1; block <= 100; block++) {
            FaultPlan plan = FaultPlan.draw(trial(block), suite, 3);

            assertThat(plan.afterMillis()).isBetween(20_000L, 25_000L);
            assertThat(plan.victim()).isBetween(0, 2);
        }
    }

    @Test
    void faultIsPartOfTheTrialsName() {
        assertThat(trial(1).id()).isEqualTo("b1-toy-Q3-open-loop-kill-worker");
    }
}
