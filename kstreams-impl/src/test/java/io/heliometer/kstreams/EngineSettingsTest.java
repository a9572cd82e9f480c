package io.heliometer.kstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.UsageException;
import io.heliometer.kstreams.internal.StoreKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineSettingsTest {
    private static final String CONSUMER = "main.consumer.";
    private static final String PRODUCER = "producer.";

    @Test
    void defaults_areWhatKafkaShips() throws IOException {
        Map<String, String> shipped = new TreeMap<>();
        Map<String, String> ours = new TreeMap<>(resolve("default", Map.of()).kafka());
        StreamsConfig streams = new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "a",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:1",
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2));
        // Kafka Streams overrides some defaults of its clients, so ask it and only then the client.
        Map<String, Object> consumer = new HashMap<>(ConsumerConfig.configDef().defaultValues());
        consumer.putAll(streams.getMainConsumerConfigs("a", "a", 0));
        Map<String, Object> producer = new HashMap<>(ProducerConfig.configDef().defaultValues());
        producer.putAll(streams.getProducerConfigs("a"));

        for (String key : ours.keySet()) {
            if (key.startsWith(CONSUMER)) {
                shipped.put(key, text(consumer.get(key.substring(CONSUMER.length()))));
            } else if (key.startsWith(PRODUCER)) {
                shipped.put(key, text(producer.get(key.substring(PRODUCER.length()))));
            } else {
                shipped.put(key, text(streams.values().get(key)));
            }
        }

        assertThat(ours).isEqualTo(shipped);
    }

    private static String text(@Nullable Object value) {
        Objects.requireNonNull(value, "knob must be one of Kafka's, was not");
        return value instanceof Class<?> type ? type.getName() : value.toString();
    }

    @Test
    void tuned_changesTheStoreAndTheTimeouts() throws IOException {
        EngineSettings tuned = resolve("tuned", Map.of());

        assertThat(tuned.store()).isEqualTo(StoreKind.MEMORY);
        assertThat(tuned.caching()).isTrue();
        assertThat(tuned.kafka()).containsEntry("main.consumer.session.timeout.ms", "3000");
    }

    @Test
    void override_winsOverTuned() throws IOException {
        EngineSettings settings = resolve("tuned", Map.of("store", "rocksdb"));

        assertThat(settings.store()).isEqualTo(StoreKind.ROCKSDB);
    }

    @Test
    void unknownKey_namesTheNearest() {
        assertThatThrownBy(() -> resolve("default", Map.of("comit.interval.ms", "5")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("comit.interval.ms")
                .hasMessageEndingWith("commit.interval.ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "ROCKSDB", ""})
    void unknownStore_isRefused(String name) {
        assertThatThrownBy(() -> resolve("default", Map.of("store", name)))
                .isInstanceOf(UsageException.class)
                .hasMessage("setting store must be rocksdb or memory, was " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rocksdb", "memory"})
    void store_isNamedInLowerCase(String name) throws IOException {
        assertThat(resolve("default", Map.of("store", name)).store())
                .isEqualTo(StoreKind.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static EngineSettings resolve(String variant, Map<String, String> overrides)
            throws IOException {
        return EngineSettings.resolve(variant, overrides);
    }
}
