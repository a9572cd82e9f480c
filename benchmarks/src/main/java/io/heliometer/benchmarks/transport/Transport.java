package io.heliometer.benchmarks.transport;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A Kafka-compatible transport, ready for use until it is closed.
 *
 * <p>Modes differ in who runs the broker (a child process, a container, somebody else), and in
 * nothing that a caller sees.
 */
public interface Transport extends AutoCloseable {
    /** Returns the name of the mode, as the command line spells it. */
    String mode();

    /** Returns host:port pairs, separated by commas. */
    String bootstrapServers();

    /**
     * Creates topics and waits until every partition has a leader.
     *
     * @throws TransportFailure if one exists already or cannot be created in time
     */
    void createTopics(List<TopicSpec> topics) throws InterruptedException;

    /**
     * Deletes topics; one that does not exist is no error.
     *
     * @throws TransportFailure if one cannot be deleted in time
     */
    void deleteTopics(Collection<String> topics) throws InterruptedException;

    /**
     * Returns the offset after the last record of each partition, open transactions included.
     *
     * @throws TransportFailure if the topic does not exist or the broker does not answer in time
     */
    Map<Integer, Long> endOffsets(String topic) throws InterruptedException;

    /** Returns what the environment record says of this transport: version, settings, flags. */
    Map<String, String> describe();

    /** Ends what this transport has started. */
    @Override
    void close();
}
