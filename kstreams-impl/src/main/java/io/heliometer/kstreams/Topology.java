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
        String name = name(job.query());
        boolean withRegistrations = name.equals(EnrichReadings.NAME);
        topology.addProcessor(
                TrustedReadings.NAME,
                TrustedReadings.supplier(shared, withRegistrations),
                ReadingSource.NAME);
        topology.addProcessor(name, supplier(name, shared), TrustedReadings.NAME);
        ResultSink.addResults(topology, job, name);
        if (name.equals(EnrichReadings.NAME)) {
            ResultSink.addRejects(topology, job, name);
        }
    }

    private static String name(String query) {
        return switch (query) {
            case "Q1" -> DeduplicateReadings.NAME;
            case "Q2" -> EnrichReadings.NAME;
            case "Q3" -> StringRollup.NAME;
            case "Q5" -> PeerComparison.NAME;
            case "Q6" -> SilentDevices.NAME;
            default ->
                throw new UsageException(
                        "query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was " + query);
        };
    }

    private static ProcessorSupplier<byte[], TimedReading, byte[], ?> supplier(
            String name, Shared shared) {
        return switch (name) {
            case DeduplicateReadings.NAME -> new DeduplicateReadings.Supplier(shared, Place.ALONE);
            case EnrichReadings.NAME -> new EnrichReadings.Supplier(shared, Place.ALONE);
            case StringRollup.NAME -> new StringRollup.Supplier(shared, Place.ALONE);
            case PeerComparison.NAME -> new PeerComparison.Supplier(shared, Place.ALONE);
            case SilentDevices.NAME -> new SilentDevices.Supplier(shared, Place.ALONE);
            default -> throw new IllegalArgumentException("name must be known, was " + name);
        };
    }
}
