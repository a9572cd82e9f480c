package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.load.LoadProfile;
import io.heliometer.benchmarks.load.WorkloadFile;
import io.heliometer.benchmarks.suite.SimulationKeys;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.common.workload.Workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the inputs of a run, one per kind of trial: simulated, or recorded if the user gave a
 * folder.
 */
final class Inputs {
    private final Suite suite;
    private final RunOptions options;
    private final Path folder;
    private final LoadProfile profile;
    private final Map<String, String> description = new TreeMap<>();

    Inputs(Suite suite, RunOptions options, Path folder) {
        this.suite = suite;
        this.options = options;
        this.folder = folder;
        this.profile = SimulationKeys.profile(suite);
    }

    /** Returns the inputs by kind of trial. */
    Map<String, Input> make() throws IOException {
        Map<String, Input> inputs = new HashMap<>();
        for (String kind : suite.list("kinds")) {
            Map<String, String> described = describe(kind);
            Path file = folder.resolve("workload-" + kind + ".properties");
            WorkloadFile.write(described, file);
            Workload workload = WorkloadFile.open(file);
            boolean paced = kind.equals(Kind.OPEN_LOOP);
            double speedup = paced ? speedup(workload) : 0;
            Input input = new Input(kind, workload, file, speedup, profile);
            if (paced) {
                description.put(kind + ".profile", profile.text());
            }
            inputs.put(kind, input);
            described.forEach((key, value) -> description.put(kind + "." + key, value));
            description.put(kind + ".records", Long.toString(input.digest().count()));
            description.put(kind + ".digest", input.digest().toString());
        }
        return inputs;
    }

    /** Returns what decides the inputs, for the run's record. */
    Map<String, String> description() {
        return description;
    }

    private Map<String, String> describe(String kind) {
        int partitions = suite.positive("partitions");
        Path input = options.input();
        if (input != null) {
            return WorkloadFile.describe(input, options.mappingFile(), partitions);
        }
        int minutes = kind.equals(Kind.OPEN_LOOP) ? openLoopMinutes() : suite.positive("minutes");
        return WorkloadFile.describe(SimulationKeys.spec(suite, minutes));
    }

    /** Returns how much event time passes in an open-loop trial at the suite's rate, min. */
    private int openLoopMinutes() {
        long records = (long) suite.positive("openloop.rate") * openLoopSeconds();
        long minutes = Math.max(
                suite.positive("openloop.min.minutes"), records / suite.positive("devices"));
        // A trial with a fault lasts as long as the slowest recovery, whatever a drain reads.
        return (int)
                (options.fault() == null ? Math.min(minutes, suite.positive("minutes")) : minutes);
    }

    private int openLoopSeconds() {
        return suite.positive(options.fault() == null ? "openloop.seconds" : "fault.seconds");
    }

    /**
     * Returns the speedup that gives the suite's rate, or less if the trial would be too short to
     * see anything.
     */
    private double speedup(Workload workload) {
        double seconds = workload.horizon().lengthMillis() / 1000.0;
        double devices = workload.registry().panels().size();
        double perDevicePerSecond = 1.0 / workload.registry().samplingPeriodSeconds();
        double byRate = suite.positive("openloop.rate") / (devices * perDevicePerSecond);
        return Math.min(byRate, Math.max(1, seconds / openLoopSeconds()));
    }
}
