package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * What the engine's whole process tree used.
 *
 * @param cpuSeconds user and system time over the measured region
 * @param cpuSecondsPerMillionRecords the same, per million input records
 * @param peakRssMiB largest resident memory, summed over the processes
 * @param startupSeconds from the start of the first process until every role is ready
 */
public record Resources(
        @Nullable Double cpuSeconds,
        @Nullable Double cpuSecondsPerMillionRecords,
        @Nullable Double peakRssMiB,
        @Nullable Double startupSeconds) {}
