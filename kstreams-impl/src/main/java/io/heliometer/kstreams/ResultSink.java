package io.heliometer.kstreams;

import io.heliometer.common.engine.Job;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Rows out: one sink per topic. A sink only hands a row to the thread's transactional producer; the
 * row becomes visible to read_committed consumers when the thread commits, every
 * {@code commit.interval.ms}, together with the changelog and the input offsets.
 */
public final class ResultSink {
    /** The sink of result rows. */
    public static final String RESULTS = "results";

    /** The sink of reject rows. */
    public static final String REJECTS = "rejects";

    private ResultSink() {}

    /** Returns what a processor forwards to a sink: UTF-8 bytes, no key, any partition. */
    public static Record<byte[], byte[]> row(String row, long timestampMillis) {
        return new Record<>(null, row.getBytes(StandardCharsets.UTF_8), timestampMillis);
    }

    /** Adds the sink of result rows behind the processors that write some. */
    public static void addResults(Topology topology, Job job, String... parents) {
        add(topology, RESULTS, job.resultsTopic(), parents);
    }

    /** Adds the sink of reject rows behind the processors that write some. */
    public static void addRejects(Topology topology, Job job, String... parents) {
        add(topology, REJECTS, job.rejectsTopic(), parents);
    }

    private static void add(Topology topology, String name, String topic, String... parents) {
        topology.addSink(
                name, topic, new ByteArraySerializer(), new ByteArraySerializer(), parents);
    }
}
