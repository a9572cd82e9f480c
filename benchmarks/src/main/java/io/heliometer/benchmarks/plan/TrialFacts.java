package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.measure.Observation;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was seen of a trial; each field stays at its default if the trial did not come that far. */
final class TrialFacts {
    @Nullable Double startupSeconds;

    /** When the last role of the engine was ready, ms UTC. */
    @Nullable Long readyMillis;

    long workCpuMillis = -1;
    OptionalLong peakResidentBytes = OptionalLong.empty();
    OptionalLong engineDropped = OptionalLong.empty();

    LoadProcess.@Nullable Loaded loaded;

    long loadStartMillis;
    long loadEndMillis;

    /** The share of the harness's CPUs that the transport's server used while rows came. */
    OptionalDouble serverShare = OptionalDouble.empty();

    long throttledCount;

    @Nullable String guarantee;

    /** The process that a fault has hit, and when, ms UTC. */
    @Nullable String victim;

    long injectedMillis;
    List<Observation> observations = List.of();
}
