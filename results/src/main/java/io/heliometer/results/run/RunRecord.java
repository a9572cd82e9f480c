package io.heliometer.results.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of run.json: what was asked for, on which machine, with which settings.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param run id of the run
 * @param startedAt start of the run
 * @param endedAt end of the run; null while it goes on or if it crashed
 * @param heliometerVersion version of this project
 * @param gitCommit commit that was built; null if unknown
 * @param suite name of the plan
 * @param seed seed of the workload and of the order of trials
 * @param command the exact command that repeats the run
 * @param environment the machine
 * @param versions version by component, such as {@code kafka}
 * @param settings by engine, every resolved setting
 * @param settingsChanged by engine, the keys whose value differs from the engine's default
 * @param workload what the input was made of
 * @param transportLimits by transport, what a raw consumer gets from it; empty if not measured
 * @param interrupted whether someone stopped the run
 * @param plannedTrials trials in the plan, repetitions not counted
 */
public record RunRecord(
        int schemaVersion,
        String run,
        Instant startedAt,
        @Nullable Instant endedAt,
        String heliometerVersion,
        @Nullable String gitCommit,
        String suite,
        long seed,
        String command,
        Environment environment,
        Map<String, String> versions,
        Map<String, Map<String, String>> settings,
        Map<String, List<String>> settingsChanged,
        Map<String, String> workload,
        Map<String, TransportLimit> transportLimits,
        boolean interrupted,
        int plannedTrials) {

    /** Version of the fields. */
    public static final int SCHEMA_VERSION = 2;

    /** Checks what must be there and copies the maps in key order. */
    public RunRecord {
        Checks.schema(SCHEMA_VERSION, schemaVersion);
        Checks.text("run", run);
        Checks.present("startedAt", startedAt);
        Checks.text("heliometerVersion", heliometerVersion);
        Checks.text("suite", suite);
        Checks.text("command", command);
        Checks.present("environment", environment);
        versions = Checks.sorted("versions", versions);
        settings = Checks.sorted("settings", settings, map -> Checks.sorted("settings", map));
        settingsChanged = Checks.sorted("settingsChanged", settingsChanged, List::copyOf);
        workload = Checks.sorted("workload", workload);
        transportLimits = Checks.sorted("transportLimits", transportLimits);
        Checks.atLeast(0, "plannedTrials", plannedTrials);
    }

    /** Returns a copy that has ended, with the load average measured then. */
    public RunRecord ended(Instant end, boolean wasInterrupted, @Nullable Double loadAverageAfter) {
        return new RunRecord(
                schemaVersion,
                run,
                startedAt,
                end,
                heliometerVersion,
                gitCommit,
                suite,
                seed,
                command,
                environment.withLoadAverageAfter(loadAverageAfter),
                versions,
                settings,
                settingsChanged,
                workload,
                transportLimits,
                wasInterrupted,
                plannedTrials);
    }

    /** Returns a copy with what raw consumers got. */
    public RunRecord withTransportLimits(Map<String, TransportLimit> limits) {
        return new RunRecord(
                schemaVersion,
                run,
                startedAt,
                endedAt,
                heliometerVersion,
                gitCommit,
                suite,
                seed,
                command,
                environment,
                versions,
                settings,
                settingsChanged,
                workload,
                limits,
                interrupted,
                plannedTrials);
    }
}
