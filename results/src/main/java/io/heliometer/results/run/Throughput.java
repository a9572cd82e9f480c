package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * Input records over the time between the first and the last result.
 *
 * @param records input records of the measured region
 * @param seconds length of the measured region
 * @param recordsPerSecond the first divided by the second
 */
public record Throughput(
        @Nullable Long records,
        @Nullable Double seconds,
        @Nullable Double recordsPerSecond) {}
