package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.load.CsvExport;
import io.heliometer.benchmarks.suite.SimulationKeys;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.WorkloadSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code heliometer generate}: the simulated input as readable CSV, so that anyone can look or
 * recompute.
 */
@Command(
        name = "generate",
        description = "Write the simulated input as readable CSV, one file per stream.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--devices", description = "Panels of the fleet (default: the quick suite's).")
    private @Nullable Integer devices;

    @Option(names = "--minutes", description = "Event time, min (default: the quick suite's).")
    private @Nullable Integer minutes;

    @Option(names = "--seed", description = "Seed (default: the quick suite's).")
    private @Nullable Long seed;

    @Option(
            names = "--suite-set",
            description = "A suite's key, such as disorder.late.ppm=0; repeatable.")
    private Map<String, String> suiteSettings = new HashMap<>();

    @Option(
            names = "--out",
            required = true,
            description = "Folder to write to; must be empty or absent.")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws Exception {
        Map<String, String> overrides = new HashMap<>(suiteSettings);
        if (devices != null) {
            overrides.put("devices", devices.toString());
        }
        if (minutes != null) {
            overrides.put("minutes", minutes.toString());
        }
        if (seed != null) {
            overrides.put("seed", seed.toString());
        }
        Suite suite = Suite.load("quick", overrides);
        WorkloadSpec spec = SimulationKeys.spec(suite, suite.positive("minutes"));
        new CsvExport(new SimulatedWorkload(spec)).write(out).forEach(System.out::println);
        return 0;
    }
}
