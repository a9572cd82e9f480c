package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * The load that a trial was planned with.
 *
 * @param devices devices in the fleet
 * @param recordsPerSecond planned rate; null where the load has none (a drain)
 * @param speedup event time per wall-clock time; null where the load is not paced
 * @param records records in the input, duplicates and malformed ones included
 * @param meanRecordBytes mean size of a record's payload, bytes
 */
public record Load(
        @Nullable Long devices,
        @Nullable Double recordsPerSecond,
        @Nullable Double speedup,
        @Nullable Long records,
        @Nullable Double meanRecordBytes) {}
