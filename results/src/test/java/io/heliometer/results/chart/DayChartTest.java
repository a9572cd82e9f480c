package io.heliometer.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DayChartTest {
    private static DayChart chart(DayChart.Lane... lanes) {
        List<Double> values = List.of(0.0, 500.0, 0.0);
        return new DayChart(
                "day",
                "A day",
                "What it shows.",
                6,
                18,
                List.of(new DayChart.Site(
                        "Site <0>", values, values, values, values, List.of(lanes))));
    }

    @Test
    void day_namesItselfItsSitesAndItsEvents() {
        String svg = chart(new DayChart.Lane("COMM_GAP × 1", true, List.of())).svg();

        assertThat(svg)
                .contains("<title id=\"day-title\">A day</title>")
                .contains("<desc id=\"day-desc\">What it shows.</desc>")
                .contains("Site &lt;0&gt;", "COMM_GAP × 1", "06:00", "18:00");
    }

    @Test
    void bands_standAtTheirHoursAndOnlyInsideTheDay() {
        DayChart.Lane inside = new DayChart.Lane(
                "CLIP × 1", false, List.of(new DayChart.Band(12 * 60, 15 * 60, false)));
        DayChart.Lane outside =
                new DayChart.Lane("CLIP × 1", false, List.of(new DayChart.Band(0, 6 * 60, false)));

        // From noon, the middle of 196..840, a quarter of it wide.
        assertThat(chart(inside).svg()).contains("x=\"518\"", "width=\"161\"");
        assertThat(rectangles(chart(outside))).isEqualTo(rectangles(chart(inside)) - 1);
    }

    private static long rectangles(DayChart chart) {
        return chart.svg().lines().filter(line -> line.startsWith("<rect")).count();
    }
}
