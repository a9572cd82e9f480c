package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * How late the load generator sent, against its schedule.
 *
 * @param p50 median, in milliseconds
 * @param p99 99th percentile, in milliseconds
 */
public record SendDelayMillis(
        @Nullable Double p50, @Nullable Double p99) {}
