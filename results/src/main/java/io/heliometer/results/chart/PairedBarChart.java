package io.heliometer.results.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Two measures of the same engines side by side, each with its own zero line, so that nobody adds
 * them up; one scale, so that lengths on both sides compare.
 *
 * @param id unique in the document, used in its element ids
 * @param title one line
 * @param description what the picture shows, for those who do not see it
 * @param unit of both axes, in words
 * @param left first measure
 * @param right second measure of the same engines, in the same groups
 */
public record PairedBarChart(
        String id, String title, String description, String unit, Side left, Side right) {
    private static final double LEFT_FROM = 150;
    private static final double LEFT_TO = 400;
    private static final double RIGHT_FROM = 520;
    private static final double RIGHT_TO = 770;
    private static final double TOP = 54;
    private static final double HEADING = 36;
    private static final double ROW = 30;

    /** Checks that both sides have the same rows. */
    public PairedBarChart {
        if (!rows(left).equals(rows(right))) {
            throw new IllegalArgumentException(
                    "right must be rows " + rows(left) + ", was " + rows(right));
        }
    }

    /**
     * One measure.
     *
     * @param name above its bars
     * @param groups from top to bottom
     */
    public record Side(String name, List<BarChart.Group> groups) {
        /** Copies the groups. */
        public Side {
            groups = List.copyOf(groups);
        }
    }

    private static List<String> rows(Side side) {
        List<String> rows = new ArrayList<>();
        for (BarChart.Group group : side.groups()) {
            group.bars().forEach(bar -> rows.add(group.label() + ": " + bar.label()));
        }
        return rows;
    }

    /** Returns the picture. */
    public String svg(EngineStyles styles) {
        double bottom = TOP
                + left.groups().stream()
                        .mapToDouble(group -> HEADING + ROW * group.bars().size())
                        .sum()
                + 8;
        Svg svg = Svg.picture(id, title, description, bottom + 40);
        double largest =
                Math.max(BarChart.largest(left.groups()), BarChart.largest(right.groups()));
        Scale leftScale = Scale.linear(largest, LEFT_FROM, LEFT_TO);
        Scale rightScale = Scale.linear(largest, RIGHT_FROM, RIGHT_TO);
        frame(svg, left, leftScale, bottom);
        frame(svg, right, rightScale, bottom);
        double y = TOP;
        for (int i = 0; i < left.groups().size(); i++) {
            List<BarChart.Bar> leftBars = left.groups().get(i).bars();
            List<BarChart.Bar> rightBars = right.groups().get(i).bars();
            svg.text("b", 0, y + 26, left.groups().get(i).label());
            y += HEADING;
            for (int j = 0; j < leftBars.size(); j++) {
                EngineStyle style = styles.style(leftBars.get(j).engine());
                BarChart.label(svg, style, leftBars.get(j), y + ROW / 2);
                BarChart.draw(svg, style, leftScale, leftBars.get(j), y + ROW / 2);
                BarChart.draw(svg, style, rightScale, rightBars.get(j), y + ROW / 2);
                y += ROW;
            }
        }
        return svg.end();
    }

    private void frame(Svg svg, Side side, Scale scale, double bottom) {
        Axis.vertical(svg, scale, TOP, bottom, unit);
        svg.stroke("a", scale.from(), TOP, scale.from(), bottom);
        svg.text("b", scale.from(), TOP - 10, side.name());
    }
}
