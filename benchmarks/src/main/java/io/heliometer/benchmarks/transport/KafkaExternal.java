package io.heliometer.benchmarks.transport;

import java.util.Map;

/** Transport mode {@code external}: a Kafka cluster that somebody else runs. */
public final class KafkaExternal extends KafkaTransport {
    private final String bootstrapServers;
    private final KafkaTopics topics;

    private KafkaExternal(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.topics = new KafkaTopics(bootstrapServers);
    }

    /**
     * Connects to a cluster.
     *
     * @param bootstrapServers host:port pairs, separated by commas
     * @throws TransportUnavailable if none is given or the cluster does not answer
     */
    public static KafkaExternal connect(String bootstrapServers)
            throws InterruptedException, TransportUnavailable {
        if (bootstrapServers.isBlank()) {
            throw new TransportUnavailable(
                    "no address of a Kafka cluster was given",
                    "add --suite-set kafka.bootstrap.servers=<host:port>");
        }
        KafkaExternal external = new KafkaExternal(bootstrapServers);
        try {
            external.topics.brokerCount();
            return external;
        } catch (TransportFailure e) {
            external.close();
            throw new TransportUnavailable(
                    "no Kafka cluster answers at " + bootstrapServers,
                    "check kafka.bootstrap.servers and that the cluster runs");
        }
    }

    @Override
    public String mode() {
        return EXTERNAL;
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    KafkaTopics topics() {
        return topics;
    }

    @Override
    public Map<String, String> describe() {
        return Map.of("mode", mode(), "bootstrap.servers", bootstrapServers);
    }

    @Override
    public void close() {
        topics.close();
    }
}
