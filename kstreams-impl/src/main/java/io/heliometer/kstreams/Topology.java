package io.heliometer.kstreams;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kstreams.internal.DroppedRecords;
import io.heliometer.kstreams.internal.Place;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.TimedReading;
import io.heliometer.kstreams.internal.TrustedReadings;
import io.heliometer.kstreams.query.DeduplicateReadings;
import io.heliometer.kstreams.query.EnrichReadings;
import io.heliometer.kstreams.query.PeerComparison;
import io.heliometer.kstreams.query.PlantMonitor;
import io.heliometer.kstreams.query.SilentDevices;
import io.heliometer.kstreams.query.StringRollup;
import io.heliometer.kstreams.query.ValidateReadings;
import java.io.IOException;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Source, processors, sinks: the whole job. Kafka Streams runs one copy of it, a task, per input
 * partition; tasks share nothing, and no record travels between them.
 *
 * <pre>
 * Q0  panel-readings -> validate-readings -> results, rejects
 * Q1  panel-readings -> trusted-readings -> deduplicate-readings -> results
 * Q2  panel-readings -> trusted-readings -> enrich-readings -> results, rejects
 * Q3  panel-readings -> trusted-readings -> string-rollup -> results
 * Q5  panel-readings -> trusted-readings -> peer-comparison -> results
 * Q6  panel-readings -> trusted-readings -> silent-devices -> results
 * M   panel-readings -> validate-readings -> deduplicate-readings -> enrich-readings
 *         -> string-rollup, peer-comparison, silent-devices -> results; rejects
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
        addTo(topology, job, settings, dropped);
        return topology;
    }

    /** Adds the job's query to an empty topology; see {@link #of}. */
    static void addTo(
            org.apache.kafka.streams.Topology topology,
            Job job,
            EngineSettings settings,
            DroppedRecords dropped)
            throws IOException {
        Shared shared = Shared.of(job, settings, dropped);
        ReadingSource.addTo(topology, job);
        switch (job.query()) {
            case "Q0" -> {
                topology.addProcessor(
                        ValidateReadings.NAME,
                        new ValidateReadings.Supplier(shared),
                        ReadingSource.NAME);
                ResultSink.addResults(topology, job, ValidateReadings.NAME);
                ResultSink.addRejects(topology, job, ValidateReadings.NAME);
            }
            case "M" -> PlantMonitor.addTo(topology, job, shared, ReadingSource.NAME);
            default -> addBehindGate(topology, job, shared);
        }
    }

    /** Adds a query behind the gate: trusted readings in, rows out. */
    private static void addBehindGate(
            org.apache.kafka.streams.Topology topology, Job job, Shared shared) {
        Gated gated = gated(job.query(), shared);
        boolean isJoin = gated.name().equals(EnrichReadings.NAME);
        topology.addProcessor(
                TrustedReadings.NAME, TrustedReadings.supplier(shared, isJoin), ReadingSource.NAME);
        topology.addProcessor(gated.name(), gated.supplier(), TrustedReadings.NAME);
        ResultSink.addResults(topology, job, gated.name());
        if (isJoin) {
            ResultSink.addRejects(topology, job, gated.name());
        }
    }

    /** The one processor of a query behind the gate. */
    private record Gated(
            String name, ProcessorSupplier<byte[], TimedReading, byte[], ?> supplier) {}

    private static Gated gated(String query, Shared shared) {
        return switch (query) {
            case "Q1" ->
                new Gated(
                        DeduplicateReadings.NAME,
                        new DeduplicateReadings.Supplier(shared, Place.ALONE));
            case "Q2" ->
                new Gated(EnrichReadings.NAME, new EnrichReadings.Supplier(shared, Place.ALONE));
            case "Q3" ->
                new Gated(StringRollup.NAME, new StringRollup.Supplier(shared, Place.ALONE));
            case "Q5" ->
                new Gated(PeerComparison.NAME, new PeerComparison.Supplier(shared, Place.ALONE));
            case "Q6" ->
                new Gated(SilentDevices.NAME, new SilentDevices.Supplier(shared, Place.ALONE));
            default ->
                throw new UsageException(
                        "query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was " + query);
        };
    }
}
