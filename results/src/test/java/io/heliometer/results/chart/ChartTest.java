package io.heliometer.results.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.results.Golden;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final EngineStyles STYLES =
            EngineStyles.of(List.of("flink", "kstreams", "spark", "kinesis"));

    @Test
    void bars_matchTheirFile() {
        BarChart chart = new BarChart(
                "throughput",
                "Throughput, drain",
                "Records per second.",
                "records per second",
                List.of(
                        new BarChart.Group(
                                "Q0",
                                List.of(
                                        bar("flink", 812_345, 700_000.0, 812_345.0, 950_000.0),
                                        bar("kstreams", 495_530),
                                        new BarChart.Bar(
                                                "spark",
                                                "spark",
                                                null,
                                                "n/a (INCORRECT)",
                                                List.of()))),
                        new BarChart.Group("Q3 <tuned> & \"odd\"", List.of(bar("kinesis", 0)))));

        Golden.check("bars.svg", chart.svg(STYLES));
    }

    @Test
    void bars_withoutAnyValueHaveAnAxis() {
        BarChart chart =
                new BarChart("empty", "Nothing", "Nothing.", "records per second", List.of());

        assertThat(chart.svg(STYLES)).contains(">0</text>").contains(">1</text>");
    }

    @Test
    void barsWithAMark_matchTheirFile() {
        BarChart chart = new BarChart(
                "limit-share",
                "Share of the limit",
                "Percent of the limit.",
                "% of the limit",
                List.of(new BarChart.Group(
                        "Q0, kafka", List.of(bar("flink", 54.7), bar("kstreams", 104.2)))),
                new BarChart.Mark(100, "raw consumer"));

        Golden.check("marked-bars.svg", chart.svg(STYLES));
    }

    @Test
    void bars_leaveRoomForAMarkBeyondThem() {
        BarChart chart = new BarChart(
                "limit-share",
                "Share",
                "Share.",
                "%",
                List.of(new BarChart.Group("Q0", List.of(bar("flink", 9)))),
                new BarChart.Mark(100, "limit"));

        assertThat(chart.svg(STYLES)).contains(">100</text>");
    }

    @Test
    void pairs_matchTheirFile() {
        BarChart.Bar absent =
                new BarChart.Bar("spark", "spark", null, "n/a (not while <it>)", List.of());
        PairedBarChart chart = new PairedBarChart(
                "recovery",
                "Recovery",
                "Downtime and catch-up.",
                "seconds",
                new PairedBarChart.Side(
                        "Downtime",
                        List.of(
                                new BarChart.Group(
                                        "Q3, kafka",
                                        List.of(
                                                bar("flink", 4.9, 4.5, 4.9, 6.1),
                                                bar("spark", 3.8))),
                                new BarChart.Group("Q3, kinesis", List.of(bar("kinesis", 13.3))))),
                new PairedBarChart.Side(
                        "Catch-up",
                        List.of(
                                new BarChart.Group("Q3, kafka", List.of(bar("flink", 3.1), absent)),
                                new BarChart.Group("Q3, kinesis", List.of(bar("kinesis", 6))))));

        Golden.check("pairs.svg", chart.svg(STYLES));
    }

    @Test
    void pairs_mustHaveTheSameRows() {
        PairedBarChart.Side left = new PairedBarChart.Side(
                "Downtime", List.of(new BarChart.Group("Q3", List.of(bar("flink", 1)))));
        PairedBarChart.Side right = new PairedBarChart.Side("Catch-up", List.of());

        assertThatThrownBy(() -> new PairedBarChart("r", "R", "R.", "seconds", left, right))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("right must be rows [Q3: flink], was []");
    }

    @Test
    void delays_matchTheirFile() {
        DelayChart chart = new DelayChart(
                "engine-delay",
                "Engine delay",
                "p50, p90 and p99.",
                List.of(new DelayChart.Group(
                        "Q3",
                        List.of(
                                series("flink", 12.3, 19.7, 49.2),
                                series("kstreams", 30, 30.5, 480),
                                series("spark", 910, 1_800, 2_400),
                                series("kinesis", -3, 0, 0.4),
                                new DelaySeries("flink", "flink", List.of(), "n/a (FAILED)")))));

        Golden.check("delays.svg", chart.svg(STYLES));
    }

    @Test
    void percentiles_matchTheirFile() {
        PercentileCurve curve = new PercentileCurve(
                "curve",
                "Engine delay by percentile, Q3",
                "One line per engine.",
                List.of(
                        series("flink", 12.3, 19.7, 49.2, 80, 110),
                        series("kstreams", 30, 31, 480, 600, 2_200),
                        new DelaySeries("spark", "spark", List.of(), "n/a (INCORRECT)")));

        Golden.check("percentiles.svg", curve.svg(STYLES));
    }

    private static BarChart.Bar bar(String engine, double value, Double... blocks) {
        return new BarChart.Bar(engine, engine, value, Labels.tick(value), List.of(blocks));
    }

    private static DelaySeries series(String engine, double... millis) {
        List<String> names = List.of("p50", "p90", "p99", "p99.9", "max");
        List<DelayPoint> points = IntStream.range(0, millis.length)
                .mapToObj(i -> new DelayPoint(names.get(i), millis[i]))
                .toList();
        return new DelaySeries(engine, engine, points, "p50 " + Labels.tick(millis[0]) + " ms");
    }
}
