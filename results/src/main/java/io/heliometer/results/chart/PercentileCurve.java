package io.heliometer.results.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Percentile curves: equal steps from p50 over p90, p99 and p99.9 to the largest value, so that the
 * rare slow results take as much room as the common ones.
 *
 * @param id unique in the document, used in its element ids
 * @param title one line
 * @param description what the picture shows, for those who do not see it
 * @param series one per engine
 */
public record PercentileCurve(
        String id, String title, String description, List<DelaySeries> series) {
    private static final double LEFT = 76;
    private static final double RIGHT = Svg.WIDTH - 190;
    private static final double TOP = 58;
    private static final double BOTTOM = 300;
    private static final double LEGEND_STEP = 20;

    /** Copies the series. */
    public PercentileCurve {
        series = List.copyOf(series);
    }

    /** Returns the picture. */
    public String svg(EngineStyles styles) {
        Svg svg = Svg.picture(id, title, description, BOTTOM + 40);
        Scale scale = DelaySeries.scale(series, BOTTOM, TOP);
        Axis.horizontal(svg, scale, LEFT, RIGHT, "milliseconds (logarithmic)");
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            svg.stroke("g", x(i, names), TOP, x(i, names), BOTTOM);
            svg.text("m s c", x(i, names), BOTTOM + 18, names.get(i));
        }
        svg.text("m s c", (LEFT + RIGHT) / 2, BOTTOM + 36, "percentile of result rows");
        for (int i = 0; i < series.size(); i++) {
            EngineStyle style = styles.style(series.get(i).engine());
            draw(svg, style, scale, series.get(i), names);
            legend(svg, style, series.get(i), TOP + 10 + i * 2 * LEGEND_STEP);
        }
        return svg.end();
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        series.forEach(one -> one.points().forEach(point -> names.add(point.name())));
        return List.copyOf(names);
    }

    private static double x(int index, List<String> names) {
        double step = (RIGHT - LEFT - 60) / Math.max(1, names.size() - 1);
        return LEFT + 30 + index * step;
    }

    private static void draw(
            Svg svg, EngineStyle style, Scale scale, DelaySeries one, List<String> names) {
        StringBuilder path = new StringBuilder();
        for (DelayPoint point : one.points()) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Labels.pixel(x(names.indexOf(point.name()), names)))
                    .append(',')
                    .append(Labels.pixel(scale.at(point.millis())));
        }
        if (!path.isEmpty()) {
            svg.empty(
                    "path",
                    "class",
                    "l",
                    "stroke",
                    style.colour(),
                    "stroke-dasharray",
                    style.dash(),
                    "d",
                    path);
        }
        one.points()
                .forEach(point -> svg.marker(
                        style,
                        x(names.indexOf(point.name()), names),
                        scale.at(point.millis()),
                        one.label() + " " + point.name() + ": " + Labels.tick(point.millis())
                                + " ms"));
    }

    private static void legend(Svg svg, EngineStyle style, DelaySeries one, double y) {
        double x = RIGHT + 20;
        svg.empty(
                "path",
                "class",
                "l",
                "stroke",
                style.colour(),
                "stroke-dasharray",
                style.dash(),
                "d",
                "M" + Labels.pixel(x) + "," + Labels.pixel(y) + "h36");
        svg.marker(style, x + 18, y, "");
        svg.text("", x + 46, y + 4.5, one.label());
        svg.text("m s", x, y + LEGEND_STEP, one.text());
    }
}
