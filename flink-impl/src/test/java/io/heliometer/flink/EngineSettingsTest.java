package io.heliometer.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.UsageException;
import io.heliometer.flink.testkit.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EngineSettingsTest {
    private static EngineSettings settings(String variant, Map<String, String> overrides)
            throws IOException {
        return EngineSettings.of(Jobs.of(Path.of("unused"), variant, overrides));
    }

    @Test
    void default_isWhatTheDocumentationShips() throws IOException {
        EngineSettings settings = settings("default", Map.of());

        assertThat(settings.flinkOptions())
                .containsEntry("state.backend.type", "hashmap")
                .containsEntry("execution.checkpointing.interval", "1000 ms")
                .containsEntry("heartbeat.timeout", "50000 ms");
        assertThat(settings.emission()).isEqualTo(EventTime.Emission.PERIODIC);
    }

    @Test
    void tuned_overlaysTheDefault() throws IOException {
        EngineSettings settings = settings("tuned", Map.of());

        assertThat(settings.flinkOptions())
                .containsEntry("jobmanager.scheduler", "adaptive")
                .containsEntry("execution.checkpointing.interval", "1000 ms");
        assertThat(settings.emission()).isEqualTo(EventTime.Emission.WINDOW_EDGE);
    }

    @Test
    void userSetting_winsOverTheVariant() throws IOException {
        EngineSettings settings = settings("tuned", Map.of("state.backend", "rocksdb"));

        assertThat(settings.flinkOptions()).containsEntry("state.backend.type", "rocksdb");
    }

    @Test
    void flinkOptions_holdNoKafkaSettings() throws IOException {
        EngineSettings settings = settings("default", Map.of());

        assertThat(settings.flinkOptions().keySet()).noneMatch(key -> key.startsWith("kafka."));
        assertThat(settings.consumer()).containsEntry("max.poll.records", "500");
        assertThat(settings.producer()).containsEntry("transaction.timeout.ms", "600000");
    }

    @Test
    void unknownKey_namesTheNearest() {
        assertThatThrownBy(() -> settings("default", Map.of("heartbeat.intervall", "1 s")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("heartbeat.intervall")
                .hasMessageContaining("nearest known one is heartbeat.interval");
    }

    @Test
    void stateBackend_isOneOfTwo() {
        assertThatThrownBy(() -> settings("default", Map.of("state.backend", "forst")))
                .isInstanceOf(UsageException.class)
                .hasMessage("setting state.backend must be hashmap or rocksdb, was forst");
    }

    @Test
    void watermarkEmission_isOneOfTwo() {
        assertThatThrownBy(() -> settings("default", Map.of("watermark.emission", "always")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("must be periodic or window-edge, was always");
    }

    @Test
    void transactionTimeout_staysBelowTheBrokersMaximum() {
        Map<String, String> hour = Map.of("kafka.producer.transaction.timeout.ms", "3600000");

        assertThatThrownBy(() -> settings("default", hour))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("must be 1..900000, was 3600000");
    }

    @Test
    void watermarkTick_dividesTheSmallestWindow() throws IOException {
        assertThat(settings("tuned", Map.of("watermark.tick.ms", "60000")).tickMillis())
                .isEqualTo(60_000);
        assertThatThrownBy(() -> settings("tuned", Map.of("watermark.tick.ms", "7000")))
                .isInstanceOf(UsageException.class)
                .hasMessage("setting watermark.tick.ms must divide 300000, was 7000");
    }
}
