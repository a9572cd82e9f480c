package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.Transport;

import java.nio.file.Path;
import java.util.Map;

/**
 * What all trials of a run share.
 *
 * @param run id of the run
 * @param variant of the engines' settings
 * @param overrides the user's settings by engine
 * @param suite limits and sizes
 * @param broker the transport, up and running
 * @param processes of the run
 * @param cpus who runs where
 * @param workFolder for files that nobody keeps
 * @param logFolder for the logs of every process
 * @param rowFolder for the rows of every trial
 */
public record TrialContext(
        String run,
        String variant,
        Map<String, Map<String, String>> overrides,
        Suite suite,
        Transport broker,
        RunProcesses processes,
        CpuSplit cpus,
        Path workFolder,
        Path logFolder,
        Path rowFolder) {
    /** Returns the user's settings of an engine. */
    public Map<String, String> overridesOf(String engine) {
        return overrides.getOrDefault(engine, Map.of());
    }
}
