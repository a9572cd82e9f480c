package io.heliometer.kstreams.query;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.query.PlantMonitor.Part;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.internal.Place;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.TimedReading;
import io.heliometer.kstreams.internal.Watermark;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * M, the monitoring application: the other queries' processors in one sub-topology, and this one at
 * their head, which is Q0 with the task's clock.
 *
 * <pre>
 * validate-readings -> deduplicate-readings -> enrich-readings -> string-rollup
 *                  \_____________________________/ (versions)  -> peer-comparison
 *                                                              -> silent-devices
 * </pre>
 *
 * <p>Forwarding is a method call: a reading is parsed and judged once, then goes through all of
 * them on one thread before the next one is looked at. So all see the same clock, and all of it
 * (rows of five queries, changelogs of seven stores, the input's position) commits in one
 * transaction.
 *
 * <p>After a restart all stores stand where the input stands, and one clock starts anew for all of
 * them; what each query makes of a clock that is behind, its own file says. The reject counts are
 * of received time, which the clock is always behind, so it may close them as well.
 *
 * <p>Changelog: what the queries write, together one record each by Q1, Q3, Q5 and Q6 per reading.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class PlantMonitor implements Processor<byte[], Arrival, byte[], Object> {
    private static final List<String> SIDE_BY_SIDE =
            List.of(StringRollup.NAME, PeerComparison.NAME, SilentDevices.NAME);

    private final Shared shared;
    private final io.heliometer.common.query.ValidateReadings rules;
    private ProcessorContext<byte[], Object> context;
    private ValidateReadings.RejectCounts counts;
    private Watermark clock;

    private PlantMonitor(Shared shared) {
        this.shared = shared;
        this.rules = shared.rules();
    }

    /**
     * Adds the whole application.
     *
     * @param source the source of arrivals
     */
    public static void addTo(Topology topology, Job job, Shared shared, String source) {
        addQueries(topology, shared, source);
        ResultSink.addResults(
                topology,
                job,
                ValidateReadings.NAME,
                DeduplicateReadings.NAME,
                StringRollup.NAME,
                PeerComparison.NAME,
                SilentDevices.NAME);
        ResultSink.addRejects(topology, job, ValidateReadings.NAME, EnrichReadings.NAME);
    }

    private static void addQueries(Topology topology, Shared shared, String source) {
        // tag::key[]
        // A site never leaves its partition, so nothing is keyed anew on the way.
        topology.addProcessor(ValidateReadings.NAME, new Supplier(shared), source);
        Place second = new Place(Part.DEDUPLICATE_READINGS, List.of(EnrichReadings.NAME));
        topology.addProcessor(
                DeduplicateReadings.NAME,
                new DeduplicateReadings.Supplier(shared, second),
                ValidateReadings.NAME);
        Place third = new Place(null, SIDE_BY_SIDE);
        topology.addProcessor(
                EnrichReadings.NAME,
                new EnrichReadings.Supplier(shared, third),
                DeduplicateReadings.NAME,
                // Announcements, which are no readings and go past Q1.
                ValidateReadings.NAME);
        // end::key[]
        topology.addProcessor(
                StringRollup.NAME,
                new StringRollup.Supplier(shared, last(Part.STRING_ROLLUP)),
                EnrichReadings.NAME);
        topology.addProcessor(
                PeerComparison.NAME,
                new PeerComparison.Supplier(shared, last(Part.PEER_COMPARISON)),
                EnrichReadings.NAME);
        topology.addProcessor(
                SilentDevices.NAME,
                new SilentDevices.Supplier(shared, last(Part.SILENT_DEVICES)),
                EnrichReadings.NAME);
    }

    private static Place last(Part part) {
        return new Place(part, List.of());
    }

    /** Makes one head per task. */
    private record Supplier(Shared shared)
            implements ProcessorSupplier<byte[], Arrival, byte[], Object> {
        @Override
        public Processor<byte[], Arrival, byte[], Object> get() {
            return new PlantMonitor(shared);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return ValidateReadings.RejectCounts.stores(shared);
        }
        // end::state[]
    }

    @Override
    public void init(ProcessorContext<byte[], Object> taskContext) {
        context = taskContext;
        counts = new ValidateReadings.RejectCounts(
                shared, taskContext.getStateStore(ValidateReadings.STORE));
        clock = new Watermark(shared);
    }

    @Override
    public void process(Record<byte[], Arrival> message) {
        Arrival arrival = message.value();
        PanelReading reading = arrival.reading();
        if (arrival.registration() != null) {
            context.forward(
                    message.withValue(
                            TimedReading.announcing(arrival.registration(), clock.millis())),
                    EnrichReadings.NAME);
            return;
        }
        // tag::late[]
        RejectReason reason = arrival.isFlush() ? null : rules.check(reading);
        // end::late[]
        if (reason != null) {
            reject(message, reason);
        } else if (reading != null) {
            accept(message, reading);
        }
    }

    private void reject(Record<byte[], Arrival> message, RejectReason reason) {
        String row = io.heliometer.common.query.ValidateReadings.rejectRow(message.value(), reason);
        context.forward(ResultSink.row(row, message.timestamp()), ResultSink.REJECTS);
        counts.add(message.value().reading(), reason);
    }

    private void accept(Record<byte[], Arrival> message, PanelReading reading) {
        // tag::time[]
        TimedReading timed = clock.accept(reading);
        // end::time[]
        if (timed == null) {
            return;
        }
        // tag::emit[]
        counts.passTime(
                timed.watermarkMillis(),
                row -> context.forward(
                        ResultSink.row(Part.VALIDATE_READINGS.row(row), message.timestamp()),
                        ResultSink.RESULTS));
        context.forward(message.withValue(timed), DeduplicateReadings.NAME);
        // end::emit[]
    }
}
