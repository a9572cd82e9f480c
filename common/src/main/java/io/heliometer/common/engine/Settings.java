package io.heliometer.common.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An engine's knobs, resolved once: {@code <engine>.properties} lists every key with its default
 * and one comment, {@code <engine>-<variant>.properties} holds what a variant changes and why
 * ({@code tuned} is what an expert sets), and the user's overrides win. A key that the first file
 * does not list is an error that names the nearest one.
 */
public final class Settings {
    /** The settings that the engine's documentation ships. */
    public static final String DEFAULT = "default";

    /** The settings an expert would choose, each with its reason. */
    public static final String TUNED = "tuned";

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Resolves the settings.
     *
     * @param files opens a resource by name, or returns null if there is none
     * @param engine the engine's name, which names the files
     * @param variant {@link #DEFAULT}, {@link #TUNED}, or another that the engine has a file for
     * @param overrides the user's own values
     * @throws UsageException if the variant has no file or a key is unknown
     */
    public static Settings resolve(
            ResourceOpener files, String engine, String variant, Map<String, String> overrides)
            throws IOException {
        Map<String, String> values = new TreeMap<>(load(files, engine + ".properties"));
        if (!variant.equals(DEFAULT)) {
            overlay(values, load(files, engine + "-" + variant + ".properties"), engine);
        }
        overlay(values, overrides, engine);
        return new Settings(values);
    }

    /** Opens a resource; returns null if there is none. */
    @FunctionalInterface
    public interface ResourceOpener {
        /** Opens the resource of this name. */
        @Nullable InputStream open(String name) throws IOException;
    }

    /** Returns a value as text. */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new UsageException(
                    "setting must be listed in the engine's properties file: " + key);
        }
        return value;
    }

    /** Returns a value as an integer. */
    public long number(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw new UsageException("setting " + key + " must be an integer, was " + text(key));
        }
    }

    /** Returns a value as true or false. */
    public boolean flag(String key) {
        String value = text(key);
        if (!value.equals("true") && !value.equals("false")) {
            throw new UsageException("setting " + key + " must be true or false, was " + value);
        }
        return value.equals("true");
    }

    /** Returns every key with its resolved value, ascending. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    private static Map<String, String> load(ResourceOpener files, String name) throws IOException {
        try (InputStream in = files.open(name)) {
            if (in == null) {
                throw new UsageException(
                        "settings file must be a resource of the engine, was not found: " + name);
            }
            Properties properties = new Properties();
            properties.load(in);
            Map<String, String> values = new TreeMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(key -> values.put(key, properties.getProperty(key).strip()));
            return values;
        }
    }

    private static void overlay(
            Map<String, String> values, Map<String, String> overrides, String engine) {
        overrides.forEach((key, value) -> {
            if (!values.containsKey(key)) {
                throw new UsageException("unknown setting of " + engine + ": " + key
                        + "; the nearest known one is " + nearest(key, values));
            }
            values.put(key, value);
        });
    }

    private static String nearest(String key, Map<String, String> known) {
        return String.join("", EditDistance.nearest(key, known.keySet(), 1));
    }
}
