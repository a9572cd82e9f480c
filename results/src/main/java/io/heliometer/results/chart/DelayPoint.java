package io.heliometer.results.chart;

/**
 * One percentile of a distribution of delays.
 *
 * @param name such as {@code p99}
 * @param millis the delay; zero and negative ones stand at the edge of a logarithmic axis
 */
public record DelayPoint(String name, double millis) {}
