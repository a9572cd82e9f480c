package io.heliometer.results.chart;

import java.util.List;

/**
 * Percentiles of a delay as points on one line per engine, on a logarithmic axis. The points are
 * named, so that no legend is needed.
 *
 * @param id unique in the document, used in its element ids
 * @param title one line
 * @param description what the picture shows, for those who do not see it
 * @param groups from top to bottom
 */
public record DelayChart(String id, String title, String description, List<Group> groups) {
    private static final double LEFT = 168;
    private static final double RIGHT = Svg.WIDTH - 190;
    private static final double TOP = 34;
    private static final double HEADING = 36;
    private static final double ROW = 38;
    /** Names of points that are closer than this would cover one another. */
    private static final double NAME_WIDTH = 28;

    /** Copies the groups. */
    public DelayChart {
        groups = List.copyOf(groups);
    }

    /**
     * Rows that may be compared with one another.
     *
     * @param label heading
     * @param rows from top to bottom
     */
    public record Group(String label, List<DelaySeries> rows) {
        /** Copies the rows. */
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** Returns the picture. */
    public String svg(EngineStyles styles) {
        double bottom = TOP
                + groups.stream()
                        .mapToDouble(group -> HEADING + ROW * group.rows().size())
                        .sum()
                + 8;
        Svg svg = Svg.picture(id, title, description, bottom + 40);
        List<DelaySeries> all =
                groups.stream().flatMap(group -> group.rows().stream()).toList();
        Scale scale = DelaySeries.scale(all, LEFT, RIGHT);
        Axis.vertical(svg, scale, TOP, bottom, "milliseconds (logarithmic)");
        double y = TOP;
        for (Group group : groups) {
            svg.text("b", 0, y + 26, group.label());
            y += HEADING;
            for (DelaySeries row : group.rows()) {
                draw(svg, styles.style(row.engine()), scale, row, y + ROW / 2 + 3);
                y += ROW;
            }
        }
        return svg.end();
    }

    private static void draw(Svg svg, EngineStyle style, Scale scale, DelaySeries row, double y) {
        svg.marker(style, 10, y, "");
        svg.text("", 24, y + 4.5, row.label());
        List<DelayPoint> points = row.points();
        if (points.isEmpty()) {
            svg.text("m s", LEFT + 8, y + 4.5, row.text());
            return;
        }
        double first = scale.at(points.get(0).millis());
        double last = scale.at(points.get(points.size() - 1).millis());
        svg.empty(
                "path",
                "class",
                "l",
                "stroke",
                style.colour(),
                "stroke-dasharray",
                style.dash(),
                "d",
                "M" + Labels.pixel(first) + "," + Labels.pixel(y) + "H" + Labels.pixel(last));
        points.forEach(point -> svg.marker(
                style,
                scale.at(point.millis()),
                y,
                row.label() + " " + point.name() + ": " + Labels.tick(point.millis()) + " ms"));
        names(svg, scale, points, y - 11);
        svg.text("s", RIGHT + 12, y + 4.5, row.text());
    }

    /** Joins the names of points that would overlap, as in "p50 p90". */
    private static void names(Svg svg, Scale scale, List<DelayPoint> points, double y) {
        int start = 0;
        while (start < points.size()) {
            double from = scale.at(points.get(start).millis());
            StringBuilder name = new StringBuilder(points.get(start).name());
            int end = start + 1;
            double to = from;
            while (end < points.size() && scale.at(points.get(end).millis()) - to < NAME_WIDTH) {
                to = scale.at(points.get(end).millis());
                name.append(' ').append(points.get(end).name());
                end++;
            }
            svg.text("m s c", (from + to) / 2, y, name.toString());
            start = end;
        }
    }
}
