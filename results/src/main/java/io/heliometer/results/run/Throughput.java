package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * Input records of a drain over the time from the moment at which the engine is ready, or from its
 * first result if that comes earlier, to its last result. Not measured in open loop.
 *
 * @param records input records of the measured region
 * @param seconds length of the measured region
 * @param recordsPerSecond the first divided by the second
 */
public record Throughput(
        @Nullable Long records,
        @Nullable Double seconds,
        @Nullable Double recordsPerSecond) {}
