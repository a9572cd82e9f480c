package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.input.RecordedInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param home the project's root
 * @param suite name of the plan
 * @param suiteOverrides the user's values for the suite's keys
 * @param engines names; empty for all
 * @param variant of the engines' settings
 * @param engineOverrides the user's settings by engine
 * @param out the run's folder; null for a new one below {@code runs}
 * @param keepRows whether the rows of every trial stay
 * @param input folder of recorded data; null for the simulator
 * @param mapping of the recorded data; null for {@code mapping.properties} in the folder
 * @param pin whether processes are pinned to CPUs
 * @param brokerPort 0 for a free one
 * @param transportMode who runs the transports: {@code process}, {@code container} or
 *     {@code external}
 * @param fault injected into every trial, such as {@code kill-worker}; null for none
 * @param command the exact command that repeats the run
 */
public record RunOptions(
        Path home,
        String suite,
        Map<String, String> suiteOverrides,
        List<String> engines,
        String variant,
        Map<String, Map<String, String>> engineOverrides,
        @Nullable Path out,
        boolean keepRows,
        @Nullable Path input,
        @Nullable Path mapping,
        boolean pin,
        int brokerPort,
        String transportMode,
        @Nullable String fault,
        String command) {
    public RunOptions {
        suiteOverrides = Map.copyOf(suiteOverrides);
        engines = List.copyOf(engines);
        engineOverrides = Map.copyOf(engineOverrides);
    }

    /** Returns the mapping of the recorded data; only with {@link #input}. */
    public Path mappingFile() {
        Path folder = Objects.requireNonNull(input, "input");
        return mapping == null ? folder.resolve(RecordedInput.MAPPING_FILE) : mapping;
    }
}
