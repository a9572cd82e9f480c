package io.heliometer.results.chart;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The style of each engine. The four engines of the project have fixed styles, so that reports can
 * be laid side by side; others take the rest of the palette in the order of their names.
 */
public final class EngineStyles {
    // Okabe and Ito, "Color Universal Design", 2008: told apart with every kind of colour vision.
    private static final Map<String, EngineStyle> FIXED = Map.of(
            "flink", new EngineStyle("#d55e00", Marker.CIRCLE, "none"),
            "kstreams", new EngineStyle("#0072b2", Marker.SQUARE, "8 4"),
            "spark", new EngineStyle("#cc79a7", Marker.TRIANGLE, "2 4"),
            "kinesis", new EngineStyle("#009e73", Marker.DIAMOND, "10 4 2 4"));
    private static final List<EngineStyle> OTHERS = List.of(
            new EngineStyle("#e69f00", Marker.WEDGE, "5 2"),
            new EngineStyle("#56b4e9", Marker.PLUS, "12 4"),
            new EngineStyle("#f0e442", Marker.HOURGLASS, "4 2 1 2"));

    private final Map<String, EngineStyle> styles = new HashMap<>();

    private EngineStyles() {}

    /** Returns the styles of a run with these engines. */
    public static EngineStyles of(Collection<String> engines) {
        EngineStyles result = new EngineStyles();
        int next = 0;
        for (String engine : new TreeSet<>(engines)) {
            EngineStyle fixed = FIXED.get(engine);
            result.styles.put(engine, fixed != null ? fixed : OTHERS.get(next++ % OTHERS.size()));
        }
        return result;
    }

    /**
     * Returns the style of an engine.
     *
     * @throws IllegalArgumentException if the engine is not of this run
     */
    public EngineStyle style(String engine) {
        EngineStyle style = styles.get(engine);
        if (style == null) {
            throw new IllegalArgumentException(
                    "engine must be one of " + new TreeSet<>(styles.keySet()) + ", was " + engine);
        }
        return style;
    }
}
