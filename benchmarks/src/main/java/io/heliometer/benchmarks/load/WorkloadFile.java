package io.heliometer.benchmarks.load;

import io.heliometer.benchmarks.input.RecordedInput;
import io.heliometer.common.workload.Disorder;
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

/**
 * Names a workload so that another process can produce the same bytes: either the numbers that
 * decide a simulated one, or the folder and mapping of a recorded one.
 */
public final class WorkloadFile {
    private WorkloadFile() {}

    /** Returns the description of a simulated workload. */
    public static Map<String, String> describe(WorkloadSpec spec) {
        return Map.of(
                "kind", "simulated",
                "seed", Long.toString(spec.seed()),
                "devices", Integer.toString(spec.devices()),
                "partitions", Integer.toString(spec.partitions()),
                "startMillis", Long.toString(spec.startMillis()),
                "minutes", Integer.toString(spec.minutes()));
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
        return new SimulatedWorkload(new WorkloadSpec(
                Long.parseLong(properties.getProperty("seed")),
                Integer.parseInt(properties.getProperty("devices")),
                partitions,
                Long.parseLong(properties.getProperty("startMillis")),
                Integer.parseInt(properties.getProperty("minutes")),
                Disorder.FIELD));
    }
}
