package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.common.engine.Settings;
import io.heliometer.results.run.Environment;
import io.heliometer.results.run.RunRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;

/** Gathers what stands in run.json: the machine, the versions, every resolved setting. */
final class RunFacts {
    private static final long BYTES_PER_MIB = 1024L * 1024L;

    private final RunOptions options;
    private final Suite suite;
    private final List<EngineFolder> engines;

    RunFacts(RunOptions options, Suite suite, List<EngineFolder> engines) {
        this.options = options;
        this.suite = suite;
        this.engines = engines;
    }

    RunRecord record(Path folder, CpuSplit cpus, Map<String, String> workload, int plannedTrials) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("kafka", AppInfoParser.getVersion());
        Map<String, Map<String, String>> settings = new TreeMap<>();
        Map<String, List<String>> changed = new TreeMap<>();
        for (EngineFolder engine : engines) {
            versions.put(engine.name(), engine.description().version());
            if (!engine.description().variants().contains(options.variant())) {
                continue;
            }
            Settings resolved = settings(engine, options.variant());
            settings.put(engine.name(), resolved.values());
            changed.put(engine.name(), changed(resolved, engine));
        }
        Map<String, String> input = new TreeMap<>(workload);
        input.put("transport.mode", options.transportMode());
        suite.values().values().forEach((key, value) -> input.put("suite." + key, value));
        return new RunRecord(
                RunRecord.SCHEMA_VERSION,
                Objects.requireNonNull(folder.getFileName()).toString(),
                Instant.now(),
                null,
                Version.current(),
                gitCommit(),
                suite.name(),
                suite.seed(),
                options.command(),
                environment(cpus),
                versions,
                settings,
                changed,
                input,
                Map.of(),
                false,
                plannedTrials);
    }

    private Settings settings(EngineFolder engine, String variant) {
        return engine.settings(
                variant, options.engineOverrides().getOrDefault(engine.name(), Map.of()));
    }

    private static List<String> changed(Settings resolved, EngineFolder engine) {
        Map<String, String> defaults =
                engine.settings(Settings.DEFAULT, Map.of()).values();
        return resolved.values().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(defaults.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Reads the commit from the checkout's own files, so that no git needs to be installed. */
    private @Nullable String gitCommit() {
        Path git = options.home().resolve(".git");
        try {
            String head = Files.readString(git.resolve("HEAD")).strip();
            if (!head.startsWith("ref: ")) {
                return head;
            }
            return Files.readString(git.resolve(head.substring("ref: ".length())))
                    .strip();
        } catch (IOException e) {
            return null; // An archive without history, or packed refs: the version must do.
        }
    }

    private static Environment environment(CpuSplit cpus) {
        return new Environment(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                procValue("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                memoryMiB(),
                System.getProperty("java.vendor") + " "
                        + System.getProperty("java.runtime.version"),
                cpus.describe(),
                loadAverage(),
                null,
                new ArrayList<>());
    }

    static @Nullable Double loadAverage() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? null : load;
    }

    private static @Nullable Long memoryMiB() {
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getTotalMemorySize() / BYTES_PER_MIB;
        }
        return null;
    }

    private static @Nullable String procValue(String file, String key) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null; // Not Linux.
        }
    }
}
