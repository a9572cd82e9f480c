package io.heliometer.flink;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Settings;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.time.Windows;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Flink's knobs, read and checked once. A key is Flink's own unless it starts with one of the
 * prefixes below or is named here, so that it can be looked up in Flink's documentation.
 *
 * @param flinkOptions options for config.yaml and the job
 * @param emission when watermarks are sent
 * @param tickMillis edges of watermarks where timers wait for them, ms of event time
 * @param consumer options of the source's Kafka consumer
 * @param producer options of the sink's Kafka producer
 */
public record EngineSettings(
        Map<String, String> flinkOptions,
        EventTime.Emission emission,
        long tickMillis,
        Properties consumer,
        Properties producer) {
    private static final String ENGINE = "flink";
    private static final String EMISSION = "watermark.emission";
    private static final String TICK = "watermark.tick.ms";
    private static final String BACKEND = "state.backend";
    private static final String CONSUMER_PREFIX = "kafka.consumer.";
    private static final String PRODUCER_PREFIX = "kafka.producer.";
    private static final String TRANSACTION_TIMEOUT = "kafka.producer.transaction.timeout.ms";

    /** A broker's default transaction.max.timeout.ms; it refuses a producer that asks for more. */
    private static final long BROKER_MAX_TRANSACTION_TIMEOUT_MILLIS = 900_000;

    public EngineSettings {
        flinkOptions = Map.copyOf(flinkOptions);
    }

    /**
     * Resolves the settings of a job: the variant's, then the user's own.
     *
     * @throws UsageException if a key is unknown or a value is wrong
     */
    public static EngineSettings of(Job job) throws IOException {
        Settings settings = Settings.resolve(
                name -> EngineSettings.class.getResourceAsStream("/" + name),
                ENGINE,
                job.variant(),
                job.settings());
        long timeoutMillis = settings.number(TRANSACTION_TIMEOUT);
        if (timeoutMillis < 1 || timeoutMillis > BROKER_MAX_TRANSACTION_TIMEOUT_MILLIS) {
            throw new UsageException("setting " + TRANSACTION_TIMEOUT + " must be 1.."
                    + BROKER_MAX_TRANSACTION_TIMEOUT_MILLIS + ", was " + timeoutMillis);
        }
        return new EngineSettings(
                flinkOptions(settings),
                emission(settings.text(EMISSION)),
                tickMillis(settings),
                kafka(settings, CONSUMER_PREFIX),
                kafka(settings, PRODUCER_PREFIX));
    }

    private static Map<String, String> flinkOptions(Settings settings) {
        Map<String, String> options = new TreeMap<>(settings.values());
        options.keySet()
                .removeIf(key -> key.equals(EMISSION)
                        || key.equals(TICK)
                        || key.startsWith(CONSUMER_PREFIX)
                        || key.startsWith(PRODUCER_PREFIX));
        String backend = settings.text(BACKEND);
        if (!backend.equals("hashmap") && !backend.equals("rocksdb")) {
            throw new UsageException(
                    "setting " + BACKEND + " must be hashmap or rocksdb, was " + backend);
        }
        options.remove(BACKEND);
        options.put("state.backend.type", backend);
        return options;
    }

    private static EventTime.Emission emission(String text) {
        return switch (text) {
            case "periodic" -> EventTime.Emission.PERIODIC;
            case "window-edge" -> EventTime.Emission.WINDOW_EDGE;
            default ->
                throw new UsageException(
                        "setting " + EMISSION + " must be periodic or window-edge, was " + text);
        };
    }

    /** Windows must not wait for a tick that is not their end. */
    private static long tickMillis(Settings settings) {
        long millis = settings.number(TICK);
        if (millis < 1 || Windows.FIVE_MINUTES_MILLIS % millis != 0) {
            throw new UsageException("setting " + TICK + " must divide "
                    + Windows.FIVE_MINUTES_MILLIS + ", was " + millis);
        }
        return millis;
    }

    private static Properties kafka(Settings settings, String prefix) {
        Properties properties = new Properties();
        settings.values().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                properties.setProperty(key.substring(prefix.length()), value);
            }
        });
        return properties;
    }
}
