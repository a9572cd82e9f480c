package io.heliometer.benchmarks.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliometer.common.engine.UsageException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class TransportsTest {
    @Test
    void address_survivesTheCommandLine() {
        Address address = Address.kinesis(
                "eu-west-1", Optional.of("http://127.0.0.1:4567"), Optional.empty());

        assertThat(Address.parse(address.text())).isEqualTo(address);
        assertThat(address.find("dynamodb.endpoint")).isEmpty();
    }

    @Test
    void address_mustBePairs() {
        assertThatThrownBy(() -> Address.parse("127.0.0.1:9092"))
                .isInstanceOf(UsageException.class)
                .hasMessage("address must be key=value;key=value, was 127.0.0.1:9092");
    }

    @Test
    void unavailableTransport_isRememberedWithItsReason() throws Exception {
        try (Transports transports = Transports.open(List.of("kafka"), name -> {
            throw new TransportUnavailable("no " + name, "start one");
        })) {
            assertThat(transports.find("kafka")).isEmpty();
            assertThat(transports.reason("kafka")).isEqualTo("no kafka; start one");
            assertThat(transports.reason("kinesis")).contains("no engine of this run");
        }
    }

    @Test
    void containerWithoutDaemon_isUnavailableWithTheNextStep() {
        assertThatThrownBy(() -> KafkaInContainer.start(() -> false))
                .isInstanceOf(TransportUnavailable.class)
                .hasMessage("no Docker daemon answers; start Docker, or leave --transport out to"
                        + " run the broker as a process");
    }

    @Test
    void container_hasTheSettingsOfTheProcess() {
        assertThat(KafkaInContainer.image()).isEqualTo("apache/kafka:4.3.1");
        assertThat(KafkaInContainer.environment())
                .containsEntry("KAFKA_LOG_RETENTION_MS", "-1")
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .doesNotContainKey("KAFKA_LISTENERS");
    }

    /** Asks a daemon only where somebody wants that: {@code -Dheliometer.docker=true}. */
    @Test
    @Tag("docker")
    void container_answers() throws Exception {
        assumeTrue(
                Boolean.getBoolean("heliometer.docker"), "not asked for: -Dheliometer.docker=true");
        try (KafkaInContainer kafka = KafkaInContainer.start()) {
            kafka.createTopics(List.of(TopicSpec.logAppendTime("readings", 2)));

            assertThat(kafka.endOffsets("readings")).hasSize(2);
        } catch (TransportUnavailable e) {
            assumeTrue(false, e.getMessage());
        }
    }

    @Test
    void externalKafka_needsAnAddress() {
        assertThatThrownBy(() -> KafkaExternal.connect(""))
                .isInstanceOf(TransportUnavailable.class)
                .hasMessageContaining("kafka.bootstrap.servers");
    }
}
