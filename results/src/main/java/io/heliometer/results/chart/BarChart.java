package io.heliometer.results.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars from zero, one per engine, under one heading per group.
 *
 * @param id unique in the document, used in its element ids
 * @param title one line
 * @param description what the picture shows, for those who do not see it
 * @param unit of the axis, in words
 * @param groups from top to bottom
 */
public record BarChart(
        String id, String title, String description, String unit, List<Group> groups) {
    private static final double LEFT = 168;
    private static final double RIGHT = Svg.WIDTH - 170;
    private static final double TOP = 34;
    private static final double HEADING = 36;
    private static final double ROW = 30;
    private static final double BAR = 18;

    /** Copies the groups. */
    public BarChart {
        groups = List.copyOf(groups);
    }

    /**
     * Bars that may be compared with one another.
     *
     * @param label heading
     * @param bars from top to bottom
     */
    public record Group(String label, List<Bar> bars) {
        /** Copies the bars. */
        public Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param engine chooses the style
     * @param label what stands before the bar
     * @param value its length; null draws no bar
     * @param text what stands behind the bar: the value with its unit, or why there is none
     * @param blockValues value of each block, drawn as strokes if there are several
     */
    public record Bar(
            String engine,
            String label,
            @Nullable Double value,
            String text,
            List<Double> blockValues) {
        /** Copies the values. */
        public Bar {
            blockValues = List.copyOf(blockValues);
        }
    }

    /** Returns the picture. */
    public String svg(EngineStyles styles) {
        double bottom = TOP
                + groups.stream()
                        .mapToDouble(group -> HEADING + ROW * group.bars().size())
                        .sum()
                + 8;
        Svg svg = Svg.picture(id, title, description, bottom + 40);
        Scale scale = Scale.linear(largest(), LEFT, RIGHT);
        Axis.vertical(svg, scale, TOP, bottom, unit);
        double y = TOP;
        for (Group group : groups) {
            svg.text("b", 0, y + 26, group.label());
            y += HEADING;
            for (Bar bar : group.bars()) {
                draw(svg, styles.style(bar.engine()), scale, bar, y + ROW / 2);
                y += ROW;
            }
        }
        svg.stroke("a", LEFT, TOP, LEFT, bottom);
        return svg.end();
    }

    private static void draw(Svg svg, EngineStyle style, Scale scale, Bar bar, double middle) {
        svg.marker(style, 10, middle, "");
        svg.text("", 24, middle + 4.5, bar.label());
        Double value = bar.value();
        if (value == null) {
            svg.text("m s", LEFT + 8, middle + 4.5, bar.text());
            return;
        }
        double end = scale.at(value);
        svg.open(
                "rect",
                "class",
                "e",
                "x",
                LEFT,
                "y",
                middle - BAR / 2,
                "width",
                end - LEFT,
                "height",
                BAR,
                "fill",
                style.colour());
        svg.line("title", bar.label() + ": " + bar.text());
        svg.close();
        double furthest = end;
        if (bar.blockValues().size() > 1) {
            for (double block : bar.blockValues()) {
                double x = scale.at(block);
                furthest = Math.max(furthest, x);
                svg.stroke("k", x, middle - BAR / 2 - 2, x, middle + BAR / 2 + 2);
            }
        }
        svg.text("", furthest + 8, middle + 4.5, bar.text());
    }

    private double largest() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToDouble(bar -> Math.max(
                        bar.value() == null ? 0 : bar.value(),
                        bar.blockValues().stream()
                                .mapToDouble(value -> value)
                                .max()
                                .orElse(0)))
                .max()
                .orElse(0);
    }
}
