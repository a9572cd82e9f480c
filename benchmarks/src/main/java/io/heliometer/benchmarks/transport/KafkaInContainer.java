package io.heliometer.benchmarks.transport;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Transport mode {@code container}: the Kafka project's own image, started by Testcontainers on
 * whatever Docker daemon answers. The daemon is asked only when this mode was asked for.
 */
public final class KafkaInContainer extends KafkaTransport {
    private final KafkaContainer container;
    private final KafkaTopics topics;

    private KafkaInContainer(KafkaContainer container) {
        this.container = container;
        this.topics = new KafkaTopics(container.getBootstrapServers());
    }

    /**
     * Starts a broker in a container.
     *
     * @throws TransportUnavailable if no Docker daemon answers
     */
    public static KafkaInContainer start() throws TransportUnavailable {
        return start(() -> DockerClientFactory.instance().isDockerAvailable());
    }

    static KafkaInContainer start(BooleanSupplier daemonAnswers) throws TransportUnavailable {
        if (!daemonAnswers.getAsBoolean()) {
            throw new TransportUnavailable(
                    "no Docker daemon answers",
                    "start Docker, or leave --transport out to run the broker as a process");
        }
        KafkaContainer container = new KafkaContainer(DockerImageName.parse(image()));
        environment().forEach(container::withEnv);
        container.start();
        return new KafkaInContainer(container);
    }

    /** Returns the image with the version of the broker that the process mode runs. */
    static String image() {
        return "apache/kafka:" + AppInfoParser.getVersion();
    }

    /**
     * Returns the process mode's broker properties as the image takes them:
     * {@code log.retention.ms} is {@code KAFKA_LOG_RETENTION_MS}. Listeners and folders are the
     * container's own.
     */
    static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        BrokerProperties.common()
                .forEach((key, value) -> environment.put(
                        "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }

    @Override
    public String mode() {
        return CONTAINER;
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    KafkaTopics topics() {
        return topics;
    }

    @Override
    public Map<String, String> describe() {
        Map<String, String> facts = new TreeMap<>(environment());
        facts.put("mode", mode());
        facts.put("image", image());
        return facts;
    }

    @Override
    public void close() {
        topics.close();
        container.stop();
    }
}
