package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * One distribution of delays in milliseconds, never averaged.
 *
 * @param count values in the distribution
 * @param p50 median
 * @param p90 90th percentile
 * @param p99 99th percentile
 * @param p999 99.9th percentile
 * @param max largest value
 * @param negative values below zero: counted and shown, never clamped
 */
public record Percentiles(
        @Nullable Long count,
        @Nullable Double p50,
        @Nullable Double p90,
        @Nullable Double p99,
        @Nullable Double p999,
        @Nullable Double max,
        @Nullable Long negative) {}
