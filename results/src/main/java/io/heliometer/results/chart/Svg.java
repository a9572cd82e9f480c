package io.heliometer.results.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG elements one per line; texts and attributes are escaped. */
final class Svg {
    /** Width of every chart; the height follows the data. */
    static final double WIDTH = 860;

    private static final String STYLE = """
            .hm{--ink:#1f2328;--muted:#59636e;--grid:#d9dee3;--paper:#fff;font:13px system-ui,sans-serif}
            @media (prefers-color-scheme:dark){
            .hm{--ink:#e6edf3;--muted:#9aa4af;--grid:#30363d;--paper:#0d1117}}
            @media print{.hm{--ink:#000;--muted:#333;--grid:#bbb;--paper:#fff}}
            .hm text{fill:var(--ink);stroke:var(--paper);stroke-width:4px;paint-order:stroke}
            .hm .m{fill:var(--muted)}.hm .s{font-size:12px}
            .hm .h{font-size:15px;font-weight:600}.hm .b{font-weight:600}.hm .r{text-anchor:end}
            .hm .c{text-anchor:middle}.hm .g{stroke:var(--grid)}.hm .a{stroke:var(--muted)}
            .hm .k{stroke:var(--ink);stroke-width:1.5}.hm .e{stroke:var(--ink);stroke-width:.6}
            .hm .d{stroke-dasharray:5 3}.hm .l{fill:none;stroke-width:2.25}
            """;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens a picture with the names that screen readers read. */
    static Svg picture(String id, String title, String description, double height) {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "hm",
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "viewBox",
                "0 0 " + Labels.pixel(WIDTH) + " " + Labels.pixel(height),
                "width",
                WIDTH,
                "height",
                height);
        svg.line("title", title, "id", id + "-title");
        svg.line("desc", description, "id", id + "-desc");
        svg.out.append("<style>\n").append(STYLE).append("</style>\n");
        svg.line("text", title, "class", "h", "x", 0, "y", 18);
        return svg;
    }

    /** Writes an element with nothing inside. */
    void empty(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>\n");
    }

    /** Writes an element with a text inside. */
    void line(String name, String text, Object... attributes) {
        start(name, attributes);
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    /** Opens an element; {@link #close} closes the one opened last. */
    void open(String name, Object... attributes) {
        start(name, attributes);
        out.append(">\n");
        open.push(name);
    }

    void close() {
        out.append("</").append(open.pop()).append(">\n");
    }

    /** Writes a text of a style class. */
    void text(String style, double x, double y, String text) {
        line("text", text, "class", style, "x", x, "y", y);
    }

    /** Writes a straight line of a style class. */
    void stroke(String style, double x1, double y1, double x2, double y2) {
        empty("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    /** Draws an engine's marker; the tip is what a pointer shows over it. */
    void marker(EngineStyle style, double x, double y, String tip) {
        open(
                "path",
                "class",
                "e",
                "d",
                style.marker().path(),
                "fill",
                style.colour(),
                "transform",
                "translate(" + Labels.pixel(x) + " " + Labels.pixel(y) + ")");
        if (!tip.isEmpty()) {
            line("title", tip);
        }
        close();
    }

    /** Closes what is open and returns the picture. */
    String end() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    private void start(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Number number
                    ? Labels.pixel(number.doubleValue())
                    : escaped(value.toString());
            out.append(' ').append(attributes[i]).append("=\"").append(text).append('"');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
