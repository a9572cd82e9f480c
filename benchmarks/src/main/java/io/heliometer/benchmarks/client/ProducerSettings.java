package io.heliometer.benchmarks.client;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the load generator sets up its Kafka producer, apart from servers and serializers. */
public final class ProducerSettings {
    private ProducerSettings() {}

    /**
     * Returns the settings by key.
     *
     * @param paced small batches at once, or big ones when full
     */
    public static Map<String, String> of(boolean paced) {
        Map<String, String> settings = new TreeMap<>();
        // Idempotence keeps the order within a partition through retries: the lateness rule rests
        // on it.
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, paced ? "1" : "20");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, paced ? "16384" : "262144");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, "67108864");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, paced ? "none" : "lz4");
        return settings;
    }
}
