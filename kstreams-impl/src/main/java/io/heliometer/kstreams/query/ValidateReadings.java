package io.heliometer.kstreams.query;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.time.Windows;
import io.heliometer.kstreams.EngineSettings;
import io.heliometer.kstreams.EventTime;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.internal.DroppedRecords;
import io.heliometer.kstreams.internal.WindowKey;
import io.heliometer.kstreams.internal.WindowStores;
import java.io.IOException;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

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

    private final io.heliometer.common.query.ValidateReadings rules;
    private final DroppedRecords dropped;
    private final EventTime clock = new EventTime(WINDOW_MILLIS);
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<WindowKey, Long> counts;

    private ValidateReadings(
            io.heliometer.common.query.ValidateReadings rules, DroppedRecords dropped) {
        this.rules = rules;
        this.dropped = dropped;
    }

    /** Makes one processor per task; rules and registry are shared by all of them. */
    public static final class Supplier
            implements ProcessorSupplier<byte[], Arrival, byte[], byte[]> {
        private final io.heliometer.common.query.ValidateReadings rules;
        private final EngineSettings settings;
        private final DroppedRecords dropped;

        /** Loads the registry of the job. */
        public Supplier(Job job, EngineSettings settings, DroppedRecords dropped)
                throws IOException {
            this.rules = new io.heliometer.common.query.ValidateReadings(
                    job.registry(), job.horizon(), job.lateness());
            this.settings = settings;
            this.dropped = dropped;
        }

        @Override
        public Processor<byte[], Arrival, byte[], byte[]> get() {
            return new ValidateReadings(rules, dropped);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(WindowStores.builder(STORE, Serdes.Long(), settings));
        }
        // end::state[]
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
        counts = taskContext.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], Arrival> message) {
        Arrival arrival = message.value();
        PanelReading reading = arrival.reading();
        if (reading != null) {
            // tag::time[]
            // A partition is written in order of received time, so nothing earlier will follow.
            passTime(reading.receivedTimeMillis() - 1, message.timestamp());
            // end::time[]
        }
        if (arrival.isFlush() || arrival.isRegistration()) {
            return;
        }
        // tag::late[]
        RejectReason reason = rules.check(reading);
        // end::late[]
        if (reason != null) {
            reject(arrival, reason, message.timestamp());
        } else if (reading != null) {
            String row = io.heliometer.common.query.ValidateReadings.validRow(reading);
            context.forward(ResultSink.row(row, message.timestamp()), ResultSink.RESULTS);
        }
    }

    private void reject(Arrival arrival, RejectReason reason, long timestampMillis) {
        String row = io.heliometer.common.query.ValidateReadings.rejectRow(arrival, reason);
        context.forward(ResultSink.row(row, timestampMillis), ResultSink.REJECTS);
        PanelReading reading = arrival.reading();
        Integer site = rules.countedSite(reading);
        if (reading != null && site != null) {
            count(site, reason, reading.receivedTimeMillis());
        }
    }

    private void count(int site, RejectReason reason, long receivedTimeMillis) {
        // tag::window[]
        long windowStart = Windows.startOf(receivedTimeMillis, WINDOW_MILLIS);
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
    private void passTime(long watermarkMillis, long timestampMillis) {
        long from = clock.openFromMillis();
        if (clock.passesWindowEnd(watermarkMillis)) {
            WindowStores.closeWindows(counts, from, clock.openFromMillis(), (key, count) -> {
                String row = io.heliometer.common.query.ValidateReadings.countRow(
                        key.id(), key.part(), key.windowStartMillis(), count);
                context.forward(ResultSink.row(row, timestampMillis), ResultSink.RESULTS);
            });
        }
    }
    // end::emit[]
}
