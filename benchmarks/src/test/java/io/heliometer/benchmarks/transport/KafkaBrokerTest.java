package io.heliometer.benchmarks.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.benchmarks.process.EnvironmentProblem;
import io.heliometer.benchmarks.process.ProcessTable;
import io.heliometer.benchmarks.process.RunProcesses;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    private static final int POLL_LIMIT = 60;

    @TempDir
    private Path folder;

    @Test
    void broker_carriesARecordSurvivesAKillAndLeavesNothingBehind() throws Exception {
        RunProcesses run = RunProcesses.open(folder);
        try (run;
                KafkaBroker broker =
                        KafkaBroker.start(BrokerSettings.in(folder).withKeepData(false), run)) {
            broker.createTopics(List.of(TopicSpec.logAppendTime("readings", 2)));
            long before = System.currentTimeMillis();
            produce(broker, "first");

            ConsumerRecord<String, String> record = consumeFirst(broker);

            assertThat(record.value()).isEqualTo("first");
            assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
            assertThat(record.timestamp()).isGreaterThanOrEqualTo(before);
            assertThat(broker.endOffsets("readings")).isEqualTo(Map.of(0, 0L, 1, 1L));
            restart(broker);
            assertThat(broker.endOffsets("readings")).isEqualTo(Map.of(0, 0L, 1, 1L));
            broker.deleteTopics(List.of("readings", "never created"));
            assertThatThrownBy(() -> broker.endOffsets("readings"))
                    .isInstanceOf(TransportFailure.class);
            assertThat(broker.fencingCount()).isZero();
            assertThat(broker.describe()).containsEntry("version", "4.3.1");
        }
        assertThat(ProcessTable.carrying(run.token())).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(Files.readString(folder.resolve("broker.out.log")))
                .contains("Kafka Server started")
                .contains("shut down completed");
    }

    @Test
    void portInUse_isNamedWithTheNextStep() throws Exception {
        try (RunProcesses run = RunProcesses.open(folder);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerSettings settings = BrokerSettings.in(folder).withPort(taken.getLocalPort());

            assertThatThrownBy(() -> KafkaBroker.start(settings, run))
                    .isInstanceOf(EnvironmentProblem.class)
                    .hasMessageContaining("broker port " + taken.getLocalPort())
                    .hasMessageContaining("is in use")
                    .hasMessageContaining("--broker-port");
        }
    }

    @Test
    void dataOfAnotherRun_isNotTouched() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        try (RunProcesses run = RunProcesses.open(folder)) {
            assertThatThrownBy(() -> KafkaBroker.start(BrokerSettings.in(folder), run))
                    .isInstanceOf(EnvironmentProblem.class)
                    .hasMessageContaining(folder.resolve("data") + " exists");
        }
    }

    @Test
    void port_isChecked() {
        assertThatThrownBy(() -> BrokerSettings.in(folder).withPort(70_000))
                .hasMessage("port must be 1 to 65535, was 70000");
    }

    @Test
    void overrides_replaceTheBuiltInProperties() {
        BrokerSettings settings =
                BrokerSettings.in(folder).withOverrides(Map.of("log.retention.ms", "5"));

        Map<String, String> properties = BrokerProperties.of(settings, 1, 2);

        assertThat(properties)
                .containsEntry("log.retention.ms", "5")
                .containsEntry("auto.create.topics.enable", "false");
        assertThat(BrokerProperties.text(properties)).contains("\nnode.id=1\n");
    }

    private static void restart(KafkaBroker broker) throws Exception {
        broker.kill();
        assertThat(broker.process().awaitExit(Duration.ofSeconds(20))).isTrue();
        broker.restart();
    }

    private static void produce(KafkaBroker broker, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("readings", 1, 42L, "key", value))
                    .get();
        }
    }

    private static ConsumerRecord<String, String> consumeFirst(KafkaBroker broker) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition("readings", 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int i = 0; i < POLL_LIMIT; i++) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    return records.iterator().next();
                }
            }
        }
        throw new AssertionError("no record within " + POLL_LIMIT + " polls");
    }
}
