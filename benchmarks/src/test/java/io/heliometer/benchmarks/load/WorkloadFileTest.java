package io.heliometer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.suite.SimulationKeys;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.WorkloadDigest;
import io.heliometer.common.workload.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process reads from the file is the very input that the harness checks against. */
final class WorkloadFileTest {
    private static final WorkloadSpec UNUSUAL = new WorkloadSpec(
            -9,
            300,
            2,
            WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
            4,
            new Disorder(11_000, 12_000, 13_000, 14_000, 15_000, 16_000, 17_000, 18_000, 19_000),
            250,
            120);

    @TempDir
    private Path folder;

    @Test
    void file_givesTheSameRecords() throws IOException {
        Path file = folder.resolve("workload.properties");
        WorkloadFile.write(WorkloadFile.describe(UNUSUAL), file);

        assertThat(WorkloadDigest.of(WorkloadFile.open(file)))
                .isEqualTo(WorkloadDigest.of(new SimulatedWorkload(UNUSUAL)));
    }

    /** A forgotten key would leave a run that nobody can repeat. */
    @Test
    void description_namesEveryNumberThatDecides() {
        assertThat(WorkloadFile.describe(UNUSUAL))
                .containsEntry("seed", "-9")
                .containsEntry("fault.percent", "250")
                .containsEntry("fleet.skew", "120")
                .containsEntry("disorder.duplicate.ppm", "11000")
                .containsEntry("disorder.malformed.ppm", "12000")
                .containsEntry("disorder.out.of.range.ppm", "13000")
                .containsEntry("disorder.absent.ppm", "14000")
                .containsEntry("disorder.unknown.device.ppm", "15000")
                .containsEntry("disorder.out.of.order.ppm", "16000")
                .containsEntry("disorder.late.ppm", "17000")
                .containsEntry("disorder.too.late.ppm", "18000")
                .containsEntry("disorder.skewed.device.ppm", "19000");
    }

    @Test
    void suite_asksForTheDisorderOfTheField() {
        Suite suite = Suite.load("quick", Map.of());

        assertThat(SimulationKeys.spec(suite, 120).disorder()).isEqualTo(Disorder.FIELD);
        assertThat(SimulationKeys.spec(suite, 120).faultPercent())
                .isEqualTo(WorkloadSpec.USUAL_FAULT_PERCENT);
        assertThat(SimulationKeys.profile(suite).shape()).isEqualTo(LoadProfile.Shape.CONSTANT);
    }

    @Test
    void suite_changesOneShareAtATime() {
        Suite suite = Suite.load("quick", Map.of("disorder.too.late.ppm", "0"));

        assertThat(SimulationKeys.spec(suite, 120).disorder())
                .isEqualTo(new Disorder(5_000, 200, 200, 500, 50, 100_000, 20_000, 0, 100));
    }
}
