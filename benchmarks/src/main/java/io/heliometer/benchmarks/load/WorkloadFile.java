package io.heliometer.benchmarks.load;

import io.heliometer.benchmarks.input.RecordedInput;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Names a workload so that another process can produce the same bytes: either the numbers that
 * decide a simulated one, or the folder and mapping of a recorded one.
 */
public final class WorkloadFile {
    private static final String FAULT_PERCENT = "fault.percent";
    private static final String SKEW = "fleet.skew";

    private WorkloadFile() {}

    /** Returns the description of a simulated workload. */
    public static Map<String, String> describe(WorkloadSpec spec) {
        Map<String, String> description = new TreeMap<>();
        description.put("kind", "simulated");
        description.put("seed", Long.toString(spec.seed()));
        description.put("devices", Integer.toString(spec.devices()));
        description.put("partitions", Integer.toString(spec.partitions()));
        description.put("startMillis", Long.toString(spec.startMillis()));
        description.put("minutes", Integer.toString(spec.minutes()));
        description.put(FAULT_PERCENT, Integer.toString(spec.faultPercent()));
        description.put(SKEW, Integer.toString(spec.skewHundredths()));
        DisorderKeys.write(spec.disorder())
                .forEach((key, share) -> description.put(key, Integer.toString(share)));
        return description;
    }

    /** Returns the description of a recorded workload. */
    public static Map<String, String> describe(Path folder, Path mapping, int partitions) {
        return Map.of(
                "kind", "recorded",
                "folder", folder.toAbsolutePath().toString(),
                "mapping", mapping.toAbsolutePath().toString(),
                "partitions", Integer.toString(partitions));
    }

    /** Writes a description. */
    public static void write(Map<String, String> description, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(description);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "What decides every byte of the input.");
        }
    }

    /** Opens the workload that a file describes. */
    public static Workload open(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        int partitions = Integer.parseInt(properties.getProperty("partitions"));
        if (properties.getProperty("kind").equals("recorded")) {
            Path folder = Path.of(properties.getProperty("folder"));
            return RecordedInput.open(folder, Path.of(properties.getProperty("mapping")))
                    .workload(partitions);
        }
        return new SimulatedWorkload(simulated(properties, partitions));
    }

    private static WorkloadSpec simulated(Properties properties, int partitions) {
        ToIntFunction<String> number = key -> Integer.parseInt(properties.getProperty(key));
        return new WorkloadSpec(
                Long.parseLong(properties.getProperty("seed")),
                number.applyAsInt("devices"),
                partitions,
                Long.parseLong(properties.getProperty("startMillis")),
                number.applyAsInt("minutes"),
                DisorderKeys.read(number),
                number.applyAsInt(FAULT_PERCENT),
                number.applyAsInt(SKEW));
    }
}
