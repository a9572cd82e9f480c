package io.heliometer.benchmarks.suite;

import io.heliometer.common.engine.Settings;
import io.heliometer.common.engine.UsageException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A named plan: a commented properties file of the resources, with the user's options on top.
 *
 * @param name of the file
 * @param values by key; the file lists every key
 */
public record Suite(String name, Settings values) {
    private static final List<String> NAMES = List.of("quick");

    /**
     * Reads a suite.
     *
     * @param overrides the user's values by key
     * @throws UsageException if there is no such suite or key, or a value breaks its rule
     */
    public static Suite load(String name, Map<String, String> overrides) {
        if (!NAMES.contains(name)) {
            throw new UsageException("suite must be one of " + NAMES + ", was " + name);
        }
        try {
            Settings values = Settings.resolve(
                    file -> Suite.class.getResourceAsStream("/suites/" + file),
                    name,
                    Settings.DEFAULT,
                    overrides);
            Suite suite = new Suite(name, values);
            // A wrong value shows at once, and not when its trial comes.
            SimulationKeys.spec(suite, suite.positive("minutes"));
            SimulationKeys.profile(suite);
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException("suite file must be readable: " + name, e);
        }
    }

    /** Returns the names of all suites. */
    public static List<String> names() {
        return NAMES;
    }

    /** Returns an integer value, {@code >= 1}. */
    public int positive(String key) {
        return within(key, 1, Integer.MAX_VALUE);
    }

    /**
     * Returns an integer value within limits, both inclusive.
     *
     * @throws UsageException if it is no integer or beyond them
     */
    public int within(String key, int least, int most) {
        long value = values.number(key);
        if (value < least || value > most) {
            throw new UsageException(key + " must be " + least + ".." + most + ", was " + value);
        }
        return (int) value;
    }

    /** Returns a value as text, which may be empty. */
    public String text(String key) {
        return values.text(key);
    }

    /** Returns the seed of everything. */
    public long seed() {
        return values.number("seed");
    }

    /** Returns a comma-separated value as a list. */
    public List<String> list(String key) {
        return Stream.of(values.text(key).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Returns the JVM flags of every engine process. */
    public List<String> jvmFlags() {
        return Stream.of(values.text("jvm.flags").split(" "))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
