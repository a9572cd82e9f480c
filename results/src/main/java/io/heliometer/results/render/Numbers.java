package io.heliometer.results.render;

import java.util.Locale;

/** Numbers as texts, the same on every machine; the unit stands in the heading. */
final class Numbers {
    private Numbers() {}

    /** Returns a whole number with thousands separators. */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Returns about three significant digits: 3.42, 45.1, 812, 1,234. */
    static String measured(double value) {
        double size = Math.abs(value);
        int decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
