package io.heliometer.results.stats;

import java.util.List;

/** Medians of small samples. */
public final class Medians {
    private Medians() {}

    /**
     * Returns the lower median: element (n-1)/2 of the ascending order, so that it is a value that
     * was measured.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static double lower(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must be at least one, was none");
        }
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }
}
