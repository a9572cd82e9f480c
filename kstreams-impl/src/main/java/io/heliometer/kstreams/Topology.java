package io.heliometer.kstreams;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kstreams.internal.DroppedRecords;
import io.heliometer.kstreams.query.StringRollup;
import io.heliometer.kstreams.query.ValidateReadings;

import java.io.IOException;

/**
 * Source, one processor, sinks: the whole job. Kafka Streams runs one copy of it, a task, per input
 * partition; tasks share nothing, and no record travels between them.
 *
 * <pre>
 * Q0  panel-readings -> validate-readings (store reject-counts) -> results, rejects
 * Q3  panel-readings -> string-rollup (store string-rollup-totals) -> results
 * </pre>
 */
final class Topology {
    private Topology() {}

    /**
     * Returns the topology of the job's query.
     *
     * @throws UsageException if this engine does not have the query
     * @throws IOException if the registry cannot be read
     */
    static org.apache.kafka.streams.Topology of(
            Job job, EngineSettings settings, DroppedRecords dropped) throws IOException {
        var topology = new org.apache.kafka.streams.Topology();
        ReadingSource.addTo(topology, job);
        switch (job.query()) {
            case "Q0" -> {
                topology.addProcessor(
                        ValidateReadings.NAME,
                        new ValidateReadings.Supplier(job, settings, dropped),
                        ReadingSource.NAME);
                ResultSink.addResults(topology, job, ValidateReadings.NAME);
                ResultSink.addRejects(topology, job, ValidateReadings.NAME);
            }
            case "Q3" -> {
                topology.addProcessor(
                        StringRollup.NAME,
                        new StringRollup.Supplier(job, settings, dropped),
                        ReadingSource.NAME);
                ResultSink.addResults(topology, job, StringRollup.NAME);
            }
            default -> throw new UsageException("query must be one of Q0, Q3, was " + job.query());
        }
        return topology;
    }
}
