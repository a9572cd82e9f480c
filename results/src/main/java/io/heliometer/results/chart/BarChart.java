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
 * @param mark a value that all bars are seen against; null if there is none
 */
public record BarChart(
        String id,
        String title,
        String description,
        String unit,
        List<Group> groups,
        @Nullable Mark mark) {
    private static final double LEFT = 168;
    private static final double RIGHT = Svg.WIDTH - 170;
    private static final double TOP = 34;
    private static final double HEADING = 36;
    private static final double ROW = 30;
    private static final double BAR = 18;
    /** Room above the bars for the mark's name. */
    private static final double MARK_NAME = 14;

    /** Copies the groups. */
    public BarChart {
        groups = List.copyOf(groups);
    }

    /** A chart without a mark. */
    public BarChart(String id, String title, String description, String unit, List<Group> groups) {
        this(id, title, description, unit, groups, null);
    }

    /**
     * A line across all bars, such as a limit.
     *
     * @param value where it stands
     * @param text its name
     */
    public record Mark(double value, String text) {}

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
        double top = mark == null ? TOP : TOP + MARK_NAME;
        double bottom = top
                + groups.stream()
                        .mapToDouble(group -> HEADING + ROW * group.bars().size())
                        .sum()
                + 8;
        Svg svg = Svg.picture(id, title, description, bottom + 40);
        Scale scale = Scale.linear(Math.max(largest(groups), markValue()), LEFT, RIGHT);
        Axis.vertical(svg, scale, top, bottom, unit);
        if (mark != null) {
            double x = scale.at(mark.value());
            svg.stroke("k d", x, top - 2, x, bottom);
            svg.text("s c", x, top - 8, mark.text());
        }
        double y = top;
        for (Group group : groups) {
            svg.text("b", 0, y + 26, group.label());
            y += HEADING;
            for (Bar bar : group.bars()) {
                label(svg, styles.style(bar.engine()), bar, y + ROW / 2);
                draw(svg, styles.style(bar.engine()), scale, bar, y + ROW / 2);
                y += ROW;
            }
        }
        svg.stroke("a", LEFT, top, LEFT, bottom);
        return svg.end();
    }

    private double markValue() {
        return mark == null ? 0 : mark.value();
    }

    /** Writes what stands before a bar. */
    static void label(Svg svg, EngineStyle style, Bar bar, double middle) {
        svg.marker(style, 10, middle, "");
        svg.text("", 24, middle + 4.5, bar.label());
    }

    /** Draws a bar from the start of its scale, its blocks and what stands behind it. */
    static void draw(Svg svg, EngineStyle style, Scale scale, Bar bar, double middle) {
        Double value = bar.value();
        if (value == null) {
            svg.text("m s", scale.from() + 8, middle + 4.5, bar.text());
            return;
        }
        double end = scale.at(value);
        svg.open(
                "rect",
                "class",
                "e",
                "x",
                scale.from(),
                "y",
                middle - BAR / 2,
                "width",
                end - scale.from(),
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

    /** Returns the largest value drawn; 0 if there is none. */
    static double largest(List<Group> groups) {
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
