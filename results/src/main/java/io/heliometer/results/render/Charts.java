package io.heliometer.results.render;

import io.heliometer.results.chart.BarChart;
import io.heliometer.results.chart.DelayChart;
import io.heliometer.results.chart.DelayPoint;
import io.heliometer.results.chart.DelaySeries;
import io.heliometer.results.run.Percentiles;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.BlockValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns groups of trials into what charts draw; a trial without a figure keeps its place. */
final class Charts {
    private Charts() {}

    /** One of the delays of a trial. */
    @FunctionalInterface
    interface Delay {
        @Nullable Percentiles of(TrialRecord trial);
    }

    /** Picks one percentile. */
    @FunctionalInterface
    private interface Pick {
        @Nullable Double of(Percentiles percentiles);
    }

    /** Returns a label as a part of a file name or an element's id. */
    static String slug(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static List<BarChart.Group> bars(List<Group> groups, String suffix, Row.Metric metric) {
        return groups.stream()
                .map(group -> new BarChart.Group(
                        group.label() + suffix,
                        group.rows().stream().map(row -> bar(row, metric)).toList()))
                .toList();
    }

    private static BarChart.Bar bar(Row row, Row.Metric metric) {
        List<Double> blocks = row.values(metric).stream().map(BlockValue::value).toList();
        Double median = row.median(metric);
        String text = median == null ? Absence.inChart(row.last()) : Numbers.measured(median);
        return new BarChart.Bar(row.engine(), row.engine(), median, text, blocks);
    }

    static List<DelayChart.Group> delays(List<Group> groups, Delay delay) {
        return groups.stream()
                .map(group -> new DelayChart.Group(
                        group.label(),
                        group.rows().stream().map(row -> common(row, delay)).toList()))
                .toList();
    }

    /** Returns p50, p90 and p99. */
    private static DelaySeries common(Row row, Delay delay) {
        List<DelayPoint> points = new ArrayList<>();
        add(points, "p50", row, delay, Percentiles::p50);
        add(points, "p90", row, delay, Percentiles::p90);
        add(points, "p99", row, delay, Percentiles::p99);
        return series(row, points, Absence.inChart(row.last()));
    }

    /** Returns all percentiles up to the largest value. */
    static DelaySeries curve(Row row, Delay delay) {
        List<DelayPoint> points = new ArrayList<>();
        add(points, "p50", row, delay, Percentiles::p50);
        add(points, "p90", row, delay, Percentiles::p90);
        add(points, "p99", row, delay, Percentiles::p99);
        add(points, "p99.9", row, delay, Percentiles::p999);
        add(points, "max", row, delay, Percentiles::max);
        return series(row, points, Absence.inLegend(row.last()));
    }

    private static DelaySeries series(Row row, List<DelayPoint> points, String absence) {
        if (points.isEmpty()) {
            return new DelaySeries(row.engine(), row.engine(), points, absence);
        }
        DelayPoint first = points.get(0);
        DelayPoint last = points.get(points.size() - 1);
        String text = String.format(
                Locale.ROOT,
                "%s %s, %s %s ms",
                first.name(),
                Numbers.measured(first.millis()),
                last.name(),
                Numbers.measured(last.millis()));
        return new DelaySeries(row.engine(), row.engine(), points, text);
    }

    private static void add(List<DelayPoint> points, String name, Row row, Delay delay, Pick pick) {
        Double median = row.median(trial -> {
            Percentiles percentiles = delay.of(trial);
            return percentiles == null ? null : pick.of(percentiles);
        });
        if (median != null) {
            points.add(new DelayPoint(name, median));
        }
    }
}
