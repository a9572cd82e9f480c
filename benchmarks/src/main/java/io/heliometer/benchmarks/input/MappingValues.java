package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys and values of a mapping file; every key is known, none stands twice. */
final class MappingValues {
    private static final Pattern DEVICE = Pattern.compile("device\\.([0-9]+)\\..*");

    private final Map<String, String> values;

    private MappingValues(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a mapping file: Java properties, UTF-8.
     *
     * @throws UsageException if the file is absent, or a key is unknown or stands twice
     */
    static MappingValues read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("mapping must be a file, was not found: " + file
                    + "; docs/input.md tells what it holds");
        }
        Map<String, String> values = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            new UniqueProperties(values).load(reader);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "mapping must be a properties file, was not: " + file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new UsageException("mapping must be UTF-8 text, was not: " + file);
        }
        values.keySet().forEach(MappingKeys::requireKnown);
        return new MappingValues(values);
    }

    /** Refuses a second value: a copied block whose id was not changed would go unseen. */
    private static final class UniqueProperties extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> target;

        UniqueProperties(Map<String, String> target) {
            this.target = target;
        }

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            String text = value.toString().strip();
            if (target.put(key.toString(), text) != null) {
                throw new UsageException("key of the mapping must stand once, was twice: " + key);
            }
            return null;
        }
    }

    /** Returns the value, or nothing if the key is not set or its value is blank. */
    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    /** Returns the value of a key that must be set. */
    String text(String key) {
        return find(key)
                .orElseThrow(() -> new UsageException("key of the mapping must be set: " + key));
    }

    /** Returns the value of a key that must be one of a few words. */
    String choice(String key, List<String> allowed) {
        String value = text(key);
        if (!allowed.contains(value)) {
            throw new UsageException(
                    key + " must be one of " + String.join(", ", allowed) + ", was " + value);
        }
        return value;
    }

    /** Returns the value of a key that must be an integer that is not negative. */
    int count(String key) {
        try {
            int value = Integer.parseInt(text(key));
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, with negative numbers.
        }
        throw new UsageException(key + " must be an integer >= 0, was " + text(key));
    }

    /** Returns the value of a key that must be a decimal number. */
    BigDecimal decimal(String key) {
        return Decimals.parse(text(key))
                .orElseThrow(() ->
                        new UsageException(key + " must be a decimal number, was " + text(key)));
    }

    /** Returns the ids of all devices that have a key, ascending. */
    List<Integer> devices() {
        Set<Integer> devices = new TreeSet<>();
        for (String key : values.keySet()) {
            Matcher matcher = DEVICE.matcher(key);
            if (matcher.matches()) {
                devices.add(Integer.parseInt(matcher.group(1)));
            }
        }
        return List.copyOf(devices);
    }

    /** Throws a {@link UsageException} if a key is set that has no meaning here. */
    void forbid(String key, String reason) {
        if (find(key).isPresent()) {
            throw new UsageException("key of the mapping must not be set: " + key + ", " + reason);
        }
    }
}
