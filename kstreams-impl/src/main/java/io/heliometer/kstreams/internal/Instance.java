package io.heliometer.kstreams.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance: starts, tells when it can work, ends on SIGTERM or on its own failure. */
public final class Instance {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    /** The longest time that a clean stop may take; the last transaction is aborted after it. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Role role;
    private final Topology topology;
    private final Properties config;
    private final DroppedRecords dropped;
    // Listeners run on the stream threads and must not call back into KafkaStreams: hand over.
    private final BlockingQueue<State> states = new LinkedBlockingQueue<>();

    /**
     * Prepares an instance; nothing runs yet.
     *
     * @param role the process
     * @param topology what it runs
     * @param config the configuration of Kafka Streams
     * @param dropped takes Kafka Streams' own count of skipped records at the end
     */
    public Instance(Role role, Topology topology, Properties config, DroppedRecords dropped) {
        this.role = role;
        this.topology = topology;
        this.config = config;
        this.dropped = dropped;
    }

    /**
     * Runs until the instance is stopped.
     *
     * @throws IllegalStateException if a stream thread died; the cause stands in the log
     */
    public void run() throws InterruptedException {
        LOG.info("{}", topology.describe());
        KafkaStreams streams = new KafkaStreams(topology, config);
        streams.setStateListener((state, before) -> states.add(state));
        streams.setUncaughtExceptionHandler(Instance::onFailure);
        role.onStop(() -> stop(streams));
        streams.start();
        awaitEnd(streams);
    }

    private void awaitEnd(KafkaStreams streams) throws InterruptedException {
        boolean ready = false;
        while (true) {
            State state = states.take();
            if (state == State.ERROR) {
                throw new IllegalStateException(
                        "stream thread must live until SIGTERM, died; see the log above");
            }
            if (state == State.NOT_RUNNING) {
                return;
            }
            if (state == State.RUNNING && !ready && hasWork(streams)) {
                ready = true;
                role.ready();
            }
        }
    }

    /**
     * Returns whether this instance holds tasks. RUNNING alone says too much: the first rebalance
     * may end with all tasks at the other instance, and the one that moves them here comes after.
     */
    private boolean hasWork(KafkaStreams streams) {
        Job job = role.job();
        return job.partitions() < job.count(role.kind())
                || streams.metadataForLocalThreads().stream()
                        .anyMatch(thread -> !thread.activeTasks().isEmpty()
                                || !thread.standbyTasks().isEmpty());
    }

    private static StreamThreadExceptionResponse onFailure(Throwable failure) {
        // Fenced producers and corrupted tasks never come here, Kafka Streams heals them itself.
        LOG.error("stream thread failed", failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void stop(KafkaStreams streams) {
        dropped.readFrom(streams.metrics());
        // By default an instance stays a member, and its partitions wait for the session timeout.
        streams.close(CloseOptions.timeout(CLOSE_LIMIT)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
