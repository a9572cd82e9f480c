package io.heliometer.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.testkit.GoldenCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.package$;
import org.apache.spark.sql.internal.SQLConf$;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EngineSettingsTest {
    private static final String PROVIDER = "spark.sql.streaming.stateStore.providerClass";
    private static final String OPERATOR_PROVIDER = "operator.stateStore.providerClass";

    /** Deviations, which spark.properties gives reasons for. */
    private static final Set<String> OURS =
            Set.of("spark.sql.shuffle.partitions", "spark.ui.enabled");

    /** Without a default of their own: what applies if they are not set stands in the file. */
    private static final Set<String> DERIVED = Set.of(
            "spark.sql.streaming.checkpointFileManagerClass",
            "spark.sql.streaming.stateStore.rocksdb.changelogCheckpointing.enabled",
            "spark.storage.blockManagerHeartbeatTimeoutMs",
            "spark.hadoop.fs.file.impl");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void registerEntries() {
        // Objects of Scala, which register their entries when they are first touched.
        assertThat(SQLConf$.MODULE$).isNotNull();
        assertThat(package$.MODULE$).isNotNull();
    }

    @Test
    void defaults_areWhatSparkShips() throws IOException {
        Map<String, String> ours = new TreeMap<>(resolve("default", Map.of()).sparkConf("Q3"));
        ours.keySet().removeAll(OURS);
        ours.keySet().removeAll(DERIVED);
        Map<String, String> shipped = new TreeMap<>();
        ours.keySet().forEach(key -> shipped.put(key, shipped(key)));

        assertThat(ours).isEqualTo(shipped);
    }

    private static String shipped(String key) {
        ConfigEntry<?> entry = ConfigEntry.findEntry(key);
        return entry == null ? "unknown to Spark" : entry.defaultValueString();
    }

    @Test
    void defaultsOfClients_areWhatKafkaShips() throws IOException {
        EngineSettings settings = resolve("default", Map.of());
        Map<String, Object> consumer = ConsumerConfig.configDef().defaultValues();
        Map<String, Object> producer = ProducerConfig.configDef().defaultValues();

        assertThat(settings.sourceOptions())
                .allSatisfy((key, value) -> assertThat(value)
                        .isEqualTo(String.valueOf(consumer.get(key.substring("kafka.".length())))));
        assertThat(settings.producerConfig())
                .allSatisfy((key, value) ->
                        assertThat(value).isEqualTo(String.valueOf(producer.get(key))));
    }

    @Test
    void default_isAtLeastOnceWithOneClockPerPartition() throws IOException {
        EngineSettings settings = resolve("default", Map.of());

        assertThat(settings.sink()).isEqualTo("kafka");
        assertThat(settings.guarantee()).isEqualTo("at-least-once");
        assertThat(settings.clockPerPartition()).isTrue();
        assertThat(settings.watermarkSkewMillis()).isZero();
        assertThat(settings.realTime()).isFalse();
    }

    @Test
    void tuned_isExactlyOnceWithRocksDb() throws IOException {
        EngineSettings settings = resolve("tuned", Map.of());

        assertThat(settings.guarantee()).isEqualTo("exactly-once");
        assertThat(settings.sparkConf("Q3").get("spark.sql.streaming.stateStore.providerClass"))
                .endsWith("RocksDBStateStoreProvider");
    }

    @Test
    void override_winsOverTuned() throws IOException {
        assertThat(resolve("tuned", Map.of("sink", "kafka")).guarantee())
                .isEqualTo("at-least-once");
    }

    @Test
    void skew_countsWithOneClockOnly() throws IOException {
        assertThat(resolve("default", Map.of("clock", "topic", "watermark.skew.ms", "7"))
                        .watermarkSkewMillis())
                .isEqualTo(7);
    }

    @Test
    void unknownKey_namesTheNearest() {
        assertThatThrownBy(() -> resolve("default", Map.of("spark.sql.shufle.partitions", "5")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("spark.sql.shufle.partitions")
                .hasMessageEndingWith("spark.sql.shuffle.partitions");
    }

    @ParameterizedTest
    @CsvSource({
        "sink, file, 'setting sink must be kafka or transactional, was file'",
        "clock, wall, 'setting clock must be partition or topic, was wall'",
        "trigger, once, 'setting trigger must be batch or realtime, was once'",
        "watermark.skew.ms, -1, 'setting watermark.skew.ms must be >= 0, was -1'"
    })
    void unknownValue_isRefused(String key, String value, String message) {
        assertThatThrownBy(() -> resolve("default", Map.of(key, value)))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q1", "Q2", "Q6", "M"})
    void stateStoreOfBuiltInOperators_isRefusedWhereNoneIsUsed(String query) {
        assertThatThrownBy(() -> EngineSettings.of(job(query, PROVIDER)))
                .isInstanceOf(UsageException.class)
                .hasMessage("setting " + PROVIDER + " must not be set for " + query
                        + ", whose operator has one of its own, was Mine; set "
                        + OPERATOR_PROVIDER);
    }

    @Test
    void stateStore_isTheOneThatTheUserNames() throws IOException {
        assertThat(EngineSettings.of(job("Q3", PROVIDER)).sparkConf("Q3"))
                .containsEntry(PROVIDER, "Mine");
        assertThat(EngineSettings.of(job("M", OPERATOR_PROVIDER)).sparkConf("M"))
                .containsEntry(PROVIDER, "Mine");
    }

    private Job job(String query, String setting) throws IOException {
        GoldenCase any = GoldenCase.all("Q3").findFirst().orElseThrow();
        return GoldenRun.job(any, query, "default", Map.of(setting, "Mine"), folder);
    }

    private static EngineSettings resolve(String variant, Map<String, String> overrides)
            throws IOException {
        return EngineSettings.resolve(variant, overrides);
    }
}
