package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * Input records over the time to the last result: in a drain from the moment at which the engine is
 * ready (or its first result, if that comes earlier), in open loop from the first result.
 *
 * @param records input records of the measured region
 * @param seconds length of the measured region
 * @param recordsPerSecond the first divided by the second
 */
public record Throughput(
        @Nullable Long records,
        @Nullable Double seconds,
        @Nullable Double recordsPerSecond) {}
