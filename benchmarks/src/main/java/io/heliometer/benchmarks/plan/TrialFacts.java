package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.measure.Observation;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was seen of a trial; each field stays at its default if the trial did not come that far. */
final class TrialFacts {
    @Nullable Double startupSeconds;

    long workCpuMillis = -1;
    OptionalLong peakResidentBytes = OptionalLong.empty();
    OptionalLong engineDropped = OptionalLong.empty();

    LoadProcess.@Nullable Loaded loaded;

    long loadStartMillis;
    List<Observation> observations = List.of();
}
