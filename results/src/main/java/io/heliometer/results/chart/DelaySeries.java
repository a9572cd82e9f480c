package io.heliometer.results.chart;

import java.util.List;

/**
 * The percentiles of one engine.
 *
 * @param engine chooses the style
 * @param label what stands beside it
 * @param points in ascending order of the percentile; empty draws nothing
 * @param text the same in words, or why there is nothing
 */
public record DelaySeries(String engine, String label, List<DelayPoint> points, String text) {

    /** Copies the points. */
    public DelaySeries {
        points = List.copyOf(points);
    }

    /** Returns a scale for these series: whole decades of milliseconds, not below 1 ms. */
    static Scale scale(List<DelaySeries> all, double from, double to) {
        double smallest = all.stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(DelayPoint::millis)
                .min()
                .orElse(1);
        double largest = all.stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(DelayPoint::millis)
                .max()
                .orElse(1);
        return Scale.decades(Math.max(1, smallest), Math.max(1, largest), from, to);
    }
}
