package io.heliometer.results.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks and copies shared by the records' constructors. */
final class Checks {
    private Checks() {}

    static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must be a text, was " + value);
        }
        return value;
    }

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be present, was null");
        }
        return value;
    }

    static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + ", was " + value);
        }
        return value;
    }

    static int schema(int expected, int value) {
        if (value != expected) {
            throw new IllegalArgumentException(
                    "schemaVersion must be " + expected + ", was " + value);
        }
        return value;
    }

    /** Returns a sorted copy, so that the same run is the same text. */
    static <T> Map<String, T> sorted(String name, @Nullable Map<String, T> values) {
        return Collections.unmodifiableMap(new TreeMap<>(present(name, values)));
    }

    /** Returns a sorted copy whose values are copied too. */
    static <T> Map<String, T> sorted(
            String name, @Nullable Map<String, T> values, UnaryOperator<T> copy) {
        return Collections.unmodifiableMap(present(name, values).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> copy.apply(entry.getValue()),
                        (first, second) -> second,
                        TreeMap::new)));
    }
}
