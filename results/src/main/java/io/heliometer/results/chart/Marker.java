package io.heliometer.results.chart;

/** Shapes of points, drawn around the origin with about equal areas. */
public enum Marker {
    /** A disc. */
    CIRCLE("M-5.5,0a5.5,5.5 0 1,0 11,0a5.5,5.5 0 1,0 -11,0z"),
    /** A square. */
    SQUARE("M-5,-5H5V5H-5z"),
    /** A triangle that points up. */
    TRIANGLE("M0,-6.5L6.3,4.8H-6.3z"),
    /** A square on its corner. */
    DIAMOND("M0,-7L7,0L0,7L-7,0z"),
    /** A triangle that points down. */
    WEDGE("M0,6.5L6.3,-4.8H-6.3z"),
    /** An upright cross. */
    PLUS("M-2,-6H2V-2H6V2H2V6H-2V2H-6V-2H-2z"),
    /** An hourglass. */
    HOURGLASS("M-6,-6H6L-6,6H6z");

    private final String path;

    Marker(String path) {
        this.path = path;
    }

    /** Returns the path data. */
    String path() {
        return path;
    }
}
