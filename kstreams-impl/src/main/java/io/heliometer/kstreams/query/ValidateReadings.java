package io.heliometer.kstreams.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.time.Windows;
import io.heliometer.kstreams.EventTime;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.internal.DroppedRecords;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.WindowKey;
import io.heliometer.kstreams.internal.WindowStores;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Q0, which records can be trusted? A processor with two children: forwarding to a child by name is
 * the side output of the Processor API. Only rejects touch the store, so a trusted record, which is
 * nearly every record, has no state to read or write.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class ValidateReadings implements Processor<byte[], Arrival, byte[], byte[]> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "validate-readings";

    /** The store of reject counts. */
    public static final String STORE = "reject-counts";

    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.ValidateReadings.WINDOW_MILLIS;

    private final Shared shared;
    private final io.heliometer.common.query.ValidateReadings rules;
    private ProcessorContext<byte[], byte[]> context;
    private RejectCounts counts;

    private ValidateReadings(Shared shared) {
        this.shared = shared;
        this.rules = shared.rules();
    }

    /** Makes one processor per task. */
    public record Supplier(Shared shared)
            implements ProcessorSupplier<byte[], Arrival, byte[], byte[]> {
        @Override
        public Processor<byte[], Arrival, byte[], byte[]> get() {
            return new ValidateReadings(shared);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return RejectCounts.stores(shared);
        }
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
        counts = new RejectCounts(shared, taskContext.getStateStore(STORE));
    }

    @Override
    public void process(Record<byte[], Arrival> message) {
        Arrival arrival = message.value();
        PanelReading reading = arrival.reading();
        if (reading != null) {
            // tag::time[]
            // A partition is written in order of received time, so nothing earlier will follow.
            counts.passTime(reading.receivedTimeMillis() - 1, row -> write(row, message));
            // end::time[]
        }
        if (arrival.isFlush() || arrival.isRegistration()) {
            return;
        }
        // tag::late[]
        RejectReason reason = rules.check(reading);
        // end::late[]
        if (reason != null) {
            String row = io.heliometer.common.query.ValidateReadings.rejectRow(arrival, reason);
            context.forward(ResultSink.row(row, message.timestamp()), ResultSink.REJECTS);
            counts.add(reading, reason);
        } else if (reading != null) {
            write(io.heliometer.common.query.ValidateReadings.validRow(reading), message);
        }
    }

    private void write(String row, Record<byte[], Arrival> message) {
        context.forward(ResultSink.row(row, message.timestamp()), ResultSink.RESULTS);
    }

    /**
     * The reject counts of one task: in Q0 and, with another clock, at the head of M.
     *
     * <p>Changelog: one record of 16 + 8 bytes per rejected record.
     */
    static final class RejectCounts {
        private final io.heliometer.common.query.ValidateReadings rules;
        private final DroppedRecords dropped;
        private final EventTime clock = new EventTime(WINDOW_MILLIS);
        private final KeyValueStore<WindowKey, Long> counts;

        RejectCounts(Shared shared, KeyValueStore<WindowKey, Long> counts) {
            this.rules = shared.rules();
            this.dropped = shared.dropped();
            this.counts = counts;
        }

        // tag::state[]
        static Set<StoreBuilder<?>> stores(Shared shared) {
            return Set.of(WindowStores.builder(STORE, Serdes.Long(), shared.settings()));
        }
        // end::state[]

        /** Counts a record, if it names a device that has a site. */
        void add(@Nullable PanelReading reading, RejectReason reason) {
            Integer site = rules.countedSite(reading);
            if (reading == null || site == null) {
                return;
            }
            // tag::window[]
            long windowStart = Windows.startOf(reading.receivedTimeMillis(), WINDOW_MILLIS);
            // end::window[]
            if (windowStart < clock.openFromMillis()) {
                dropped.add();
                return;
            }
            // tag::key[]
            WindowKey key = new WindowKey(windowStart, site, reason.code());
            // end::key[]
            Long before = counts.get(key);
            counts.put(key, before == null ? 1L : before + 1);
        }

        // tag::emit[]
        /** Writes the counts of windows that end by then. */
        void passTime(long watermarkMillis, Consumer<String> rows) {
            long from = clock.openFromMillis();
            if (clock.passesWindowEnd(watermarkMillis)) {
                WindowStores.closeWindows(
                        counts,
                        from,
                        clock.openFromMillis(),
                        (key, count) ->
                                rows.accept(io.heliometer.common.query.ValidateReadings.countRow(
                                        key.id(), key.part(), key.windowStartMillis(), count)));
            }
        }
        // end::emit[]
    }
}
