package io.heliometer.results.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to pixels and knows where its grid lines are.
 *
 * @param logarithmic whether equal factors, rather than equal steps, are equally wide
 * @param low value at the start; positive if logarithmic
 * @param high value at the end
 * @param from pixel of the start
 * @param to pixel of the end
 */
record Scale(boolean logarithmic, double low, double high, double from, double to) {
    private static final int MOST_TICKS = 6;

    /** Returns a linear scale from zero to a round value that is not below the largest. */
    static Scale linear(double largest, double from, double to) {
        double step = step(largest);
        return new Scale(false, 0, Math.max(step, Math.ceil(largest / step) * step), from, to);
    }

    /** Returns a logarithmic scale over whole decades that holds both values. */
    static Scale decades(double smallest, double largest, double from, double to) {
        double low = Math.floor(Math.log10(smallest));
        double high = Math.max(low + 1, Math.ceil(Math.log10(largest)));
        return new Scale(true, Math.pow(10, low), Math.pow(10, high), from, to);
    }

    /** Returns the pixel of a value; values outside stand at the nearer end. */
    double at(double value) {
        double share = logarithmic
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return from + (to - from) * Math.min(1, Math.max(0, share));
    }

    /** Returns the values of the grid lines, ascending. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = low; tick <= high * 1.001; tick *= 10) {
                ticks.add(tick);
            }
        } else {
            double step = step(high);
            for (int i = 0; i * step <= high * 1.001; i++) {
                ticks.add(i * step);
            }
        }
        return ticks;
    }

    /** Returns 1, 2 or 5 times a power of ten, such that few steps reach the largest value. */
    private static double step(double largest) {
        if (largest <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(largest / MOST_TICKS)));
        for (double factor : new double[] {1, 2, 5}) {
            if (largest / (factor * power) <= MOST_TICKS) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
