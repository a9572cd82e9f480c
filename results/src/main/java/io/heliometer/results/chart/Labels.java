package io.heliometer.results.chart;

import java.util.Locale;

/** Numbers as texts, the same on every machine. */
final class Labels {
    private Labels() {}

    /** Returns a coordinate with at most one decimal. */
    static String pixel(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Returns a grid line's value with thousands separators and only the decimals it needs. */
    static String tick(double value) {
        int decimals = value == 0 || Math.abs(value) >= 1
                ? (value == Math.rint(value) ? 0 : 1)
                : (int) Math.min(6, Math.ceil(-Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
