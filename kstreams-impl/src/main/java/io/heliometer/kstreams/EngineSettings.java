package io.heliometer.kstreams;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.Settings;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kstreams.internal.StoreKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * This engine's knobs. Two are ours, because the Processor API takes them as code; all others carry
 * Kafka's own names and are handed on unread, so that Kafka's documentation is theirs too.
 *
 * @param store what holds open windows between changelog and processor
 * @param caching whether a write-back cache of {@code statestore.cache.max.bytes} stands before it
 * @param kafka the configuration of Kafka Streams and, by prefix, of its clients
 */
public record EngineSettings(StoreKind store, boolean caching, Map<String, String> kafka) {
    private static final String ENGINE = "kstreams";
    private static final String STORE = "store";
    private static final String CACHING = "store.caching";

    public EngineSettings {
        kafka = Map.copyOf(kafka);
    }

    /**
     * Resolves the settings of a job.
     *
     * @throws UsageException if the variant, a key or a value is unknown
     */
    static EngineSettings of(Job job) throws IOException {
        return resolve(job.variant(), job.settings());
    }

    /** Resolves the settings of a variant with the user's overrides. */
    static EngineSettings resolve(String variant, Map<String, String> overrides)
            throws IOException {
        Settings settings = Settings.resolve(
                name -> EngineSettings.class.getResourceAsStream("/" + name),
                ENGINE,
                variant,
                overrides);
        Map<String, String> kafka = new HashMap<>(settings.values());
        kafka.remove(STORE);
        kafka.remove(CACHING);
        return new EngineSettings(
                StoreKind.of(settings.text(STORE)), settings.flag(CACHING), kafka);
    }

    /** Returns the full configuration of one instance. */
    Properties streamsConfig(Role role) {
        Job job = role.job();
        Properties properties = new Properties();
        properties.putAll(kafka);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, job.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrapServers());
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, job.applicationId() + "-" + role.name());
        // Instances on one machine must not share a folder: each locks its own.
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                job.workDir().resolve(role.name()).toString());
        return properties;
    }
}
