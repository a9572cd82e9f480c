package io.heliometer.benchmarks.transport;

import io.heliometer.benchmarks.process.CpuSplit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How the broker process is run.
 *
 * @param folder gets the broker's configuration and logs; created if absent
 * @param dataFolder must not exist; gets the data
 * @param port of the loopback interface; empty takes a free one
 * @param cpus the broker runs on the harness's side
 * @param keepData whether the data stays in the folder when the broker is closed
 * @param jvmFlags besides the heap
 * @param overrides broker properties that replace or extend the built-in ones
 */
public record BrokerSettings(
        Path folder,
        Path dataFolder,
        OptionalInt port,
        CpuSplit cpus,
        boolean keepData,
        List<String> jvmFlags,
        Map<String, String> overrides) {
    /** In MiB; about 340 MB are used at start. */
    static final int HEAP_MEBIBYTES = 512;

    /** From start to an answer; 5 s on an idle machine. */
    static final Duration START_LIMIT = Duration.ofMinutes(2);

    static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** C1 alone halves the CPU of a start; the broker is the same for every engine. */
    private static final List<String> JVM_FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    /** Copies the collections and checks the port. */
    public BrokerSettings {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("port must be 1 to 65535, was " + port.getAsInt());
        }
        folder = folder.toAbsolutePath();
        dataFolder = dataFolder.toAbsolutePath();
        jvmFlags = List.copyOf(jvmFlags);
        overrides = Map.copyOf(overrides);
    }

    /** Returns the defaults: a free port, nothing pinned, data kept. */
    public static BrokerSettings in(Path folder) {
        return new BrokerSettings(
                folder,
                folder.resolve("data"),
                OptionalInt.empty(),
                CpuSplit.none("default"),
                true,
                JVM_FLAGS,
                Map.of());
    }

    /** Returns these settings with the data somewhere else than beside the logs. */
    public BrokerSettings withDataFolder(Path data) {
        return new BrokerSettings(folder, data, port, cpus, keepData, jvmFlags, overrides);
    }

    /** Returns these settings with a fixed port. */
    public BrokerSettings withPort(int fixed) {
        return new BrokerSettings(
                folder, dataFolder, OptionalInt.of(fixed), cpus, keepData, jvmFlags, overrides);
    }

    /** Returns these settings with the broker pinned to the harness's side. */
    public BrokerSettings withCpus(CpuSplit split) {
        return new BrokerSettings(folder, dataFolder, port, split, keepData, jvmFlags, overrides);
    }

    /** Returns these settings with the data kept or deleted on close. */
    public BrokerSettings withKeepData(boolean keep) {
        return new BrokerSettings(folder, dataFolder, port, cpus, keep, jvmFlags, overrides);
    }

    /** Returns these settings with broker properties that replace or extend the built-in ones. */
    public BrokerSettings withOverrides(Map<String, String> properties) {
        return new BrokerSettings(folder, dataFolder, port, cpus, keepData, jvmFlags, properties);
    }
}
