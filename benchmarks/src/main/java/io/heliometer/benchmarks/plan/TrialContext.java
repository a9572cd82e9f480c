package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.benchmarks.transport.Transports;
import io.heliometer.results.run.TransportLimit;

import java.nio.file.Path;
import java.util.Map;

/**
 * What all trials of a run share.
 *
 * @param run id of the run
 * @param variant of the engines' settings
 * @param overrides the user's settings by engine
 * @param suite limits and sizes
 * @param transports up and running, or not to be had
 * @param limits by transport, what a raw consumer gets from it; empty if not measured
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
        Transports transports,
        Map<String, TransportLimit> limits,
        RunProcesses processes,
        CpuSplit cpus,
        Path workFolder,
        Path logFolder,
        Path rowFolder) {
    /** Returns the transport of a trial's engine, which is up. */
    Transport transport(TrialSpec spec) {
        return transports.get(spec.engine().description().transport());
    }

    /** Returns this context with what raw consumers got. */
    TrialContext withLimits(Map<String, TransportLimit> measured) {
        return new TrialContext(
                run,
                variant,
                overrides,
                suite,
                transports,
                measured,
                processes,
                cpus,
                workFolder,
                logFolder,
                rowFolder);
    }

    /** Returns the user's settings of an engine. */
    public Map<String, String> overridesOf(String engine) {
        return overrides.getOrDefault(engine, Map.of());
    }
}
