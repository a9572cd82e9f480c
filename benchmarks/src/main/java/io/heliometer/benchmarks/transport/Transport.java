package io.heliometer.benchmarks.transport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What carries records and rows between the harness and an engine, ready for use until it is
 * closed. Its words are Kafka's: a topic is a stream of Kinesis, a partition a shard.
 *
 * <p>Modes differ in who runs the server (a child process, a container, somebody else), and in
 * nothing that a caller sees.
 */
public interface Transport extends AutoCloseable {
    /** Mode of a server that is a child process of the harness. */
    String PROCESS = "process";

    /** Mode of a server in a container. */
    String CONTAINER = "container";

    /** Mode of a server that somebody else runs. */
    String EXTERNAL = "external";

    /** Returns the name of the mode, as the command line spells it. */
    String mode();

    /** Returns the harness's own client and its version, such as {@code kafka-clients 4.3.1}. */
    String client();

    /** Returns how clients reach it. */
    Address address();

    /**
     * Creates topics and waits until every partition can be used.
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
     * Makes what an engine needs beside its topics, such as a lease table.
     *
     * @param application id of the engine's application, unique per trial
     * @throws TransportFailure if it cannot be made in time
     */
    void register(String application) throws InterruptedException;

    /**
     * Removes what {@link #register} made; what does not exist is no error.
     *
     * @throws TransportFailure if it cannot be removed in time
     */
    void unregister(String application) throws InterruptedException;

    /** Returns the CPU time of its servers so far, ms; empty where they cannot be seen. */
    OptionalLong serverCpuMillis();

    /** Returns how many requests its servers have refused because of a rate limit. */
    long throttledCount();

    /** Returns what the environment record says of this transport: version, settings, flags. */
    Map<String, String> describe();

    /** Ends what this transport has started. */
    @Override
    void close();
}
