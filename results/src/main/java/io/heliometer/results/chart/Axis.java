package io.heliometer.results.chart;

/** Grid lines with their values. */
final class Axis {
    private Axis() {}

    /** Draws vertical grid lines of a horizontal scale, values and unit below. */
    static void vertical(Svg svg, Scale scale, double top, double bottom, String unit) {
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            svg.stroke("g", x, top, x, bottom);
            svg.text("m s c", x, bottom + 16, Labels.tick(tick));
        }
        svg.text("m s c", (scale.from() + scale.to()) / 2, bottom + 34, unit);
    }

    /** Draws horizontal grid lines of a vertical scale, values on the left and unit on top. */
    static void horizontal(Svg svg, Scale scale, double left, double right, String unit) {
        for (double tick : scale.ticks()) {
            double y = scale.at(tick);
            svg.stroke("g", left, y, right, y);
            svg.text("m s r", left - 8, y + 4, Labels.tick(tick));
        }
        svg.text("m s", 0, scale.to() - 12, unit);
    }
}
