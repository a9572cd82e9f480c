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

    static void addResults(Topology topology, Job job, String parent) {
        add(topology, RESULTS, job.resultsTopic(), parent);
    }

    static void addRejects(Topology topology, Job job, String parent) {
        add(topology, REJECTS, job.rejectsTopic(), parent);
    }

    private static void add(Topology topology, String name, String topic, String parent) {
        topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), parent);
    }
}
