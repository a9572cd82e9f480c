package io.heliometer.benchmarks.transport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.AppInfoParser;

/** What every mode of Kafka has in common: the protocol. */
abstract class KafkaTransport implements Transport {
    /** Returns host:port pairs, separated by commas. */
    public abstract String bootstrapServers();

    /** Returns the client of the administrative requests. */
    abstract KafkaTopics topics();

    @Override
    public final String client() {
        return "kafka-clients " + AppInfoParser.getVersion();
    }

    @Override
    public final Address address() {
        return Address.kafka(bootstrapServers());
    }

    @Override
    public final void createTopics(List<TopicSpec> specs) throws InterruptedException {
        topics().create(specs);
    }

    @Override
    public final void deleteTopics(Collection<String> names) throws InterruptedException {
        topics().delete(names);
    }

    /**
     * Returns the offset after the last record of each partition, open transactions included.
     *
     * @throws TransportFailure if the topic does not exist or the broker does not answer in time
     */
    public final Map<Integer, Long> endOffsets(String topic) throws InterruptedException {
        return topics().endOffsets(topic);
    }

    /** Does nothing: consumer groups and transactions make themselves. */
    @Override
    public final void register(String application) {}

    /** Does nothing: the broker forgets groups and transactions by itself. */
    @Override
    public final void unregister(String application) {}

    @Override
    public OptionalLong serverCpuMillis() {
        return OptionalLong.empty();
    }

    /** Returns 0: a broker without quotas refuses nothing because of a rate. */
    @Override
    public final long throttledCount() {
        return 0;
    }
}
