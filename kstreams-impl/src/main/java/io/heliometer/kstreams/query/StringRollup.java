package io.heliometer.kstreams.query;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.time.Windows;
import io.heliometer.kstreams.EngineSettings;
import io.heliometer.kstreams.EventTime;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.Wire;
import io.heliometer.kstreams.internal.DroppedRecords;
import io.heliometer.kstreams.internal.WindowKey;
import io.heliometer.kstreams.internal.WindowStores;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Q3, what did each string yield in five minutes? A store of open windows whose keys sort by time:
 * a record costs one read and one write, and only a record whose time passes a window's end scans.
 *
 * <p>Why not the DSL, whose {@code groupBy(string).windowedBy(...).aggregate(...)} reads better:
 *
 * <ul>
 *   <li>It cannot be told that a string never leaves its partition, so it sends every record
 *       through a repartition topic: written, committed and read once more.
 *   <li>Behind that topic a task hears all input partitions, and stream time is their maximum. One
 *       partition that runs ahead, as always while a backlog drains, closes the windows of the
 *       others; the grace period would have to cover that distance, which nobody knows.
 *   <li>{@code EmitStrategy.onWindowClose} emits at most once per second of wall-clock time and
 *       only when a record arrives: the last windows wait for one that comes over a second later.
 *   <li>Late records are dropped with a metric; there is no stream of them.
 * </ul>
 *
 * <p>A stream-time punctuator would not do either: it runs between records, not on the record that
 * passes the edge.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class StringRollup implements Processor<byte[], Arrival, byte[], byte[]> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "string-rollup";

    /** The store of open windows. */
    public static final String STORE = "string-rollup-totals";

    private static final long WINDOW_MILLIS = io.heliometer.common.query.StringRollup.WINDOW_MILLIS;

    private final Supplier shared;
    private final EventTime clock = new EventTime(WINDOW_MILLIS);
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<WindowKey, Totals> totals;

    private StringRollup(Supplier shared) {
        this.shared = shared;
    }

    /**
     * Makes one processor per task and holds what all of them share: immutable, but for a counter.
     */
    public static final class Supplier
            implements ProcessorSupplier<byte[], Arrival, byte[], byte[]> {
        private final PanelRegistry registry;
        private final Lateness lateness;
        private final ValidateReadings rules;
        private final EngineSettings settings;
        private final DroppedRecords dropped;

        /** Loads the registry of the job. */
        public Supplier(Job job, EngineSettings settings, DroppedRecords dropped)
                throws IOException {
            this.registry = job.registry();
            this.lateness = job.lateness();
            this.rules = new ValidateReadings(registry, job.horizon(), lateness);
            this.settings = settings;
            this.dropped = dropped;
        }

        @Override
        public Processor<byte[], Arrival, byte[], byte[]> get() {
            return new StringRollup(this);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(WindowStores.builder(STORE, Wire.totals(), settings));
        }
        // end::state[]
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
        totals = taskContext.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], Arrival> message) {
        PanelReading reading = message.value().reading();
        // tag::late[]
        // Rejected, late ones included, before they reach clock or store: see Lateness.
        if (reading == null || (!reading.flush() && shared.rules.check(reading) != null)) {
            return;
        }
        // end::late[]
        // tag::time[]
        passTime(shared.lateness.watermarkMillis(reading.eventTimeMillis()), message.timestamp());
        // end::time[]
        if (!reading.flush()) {
            add(reading);
        }
    }

    private void add(PanelReading reading) {
        Panel panel = Objects.requireNonNull(shared.registry.find(reading.device()));
        // tag::window[]
        long windowStart = Windows.startOf(reading.eventTimeMillis(), WINDOW_MILLIS);
        // end::window[]
        if (windowStart < clock.openFromMillis()) {
            shared.dropped.add();
            return;
        }
        // tag::key[]
        WindowKey key = new WindowKey(windowStart, panel.string(), 0);
        // end::key[]
        Totals before = totals.get(key);
        totals.put(
                key,
                (before == null ? Totals.EMPTY : before)
                        .plus(reading, shared.registry.samplingPeriodSeconds()));
    }

    // tag::emit[]
    private void passTime(long watermarkMillis, long timestampMillis) {
        long from = clock.openFromMillis();
        if (clock.passesWindowEnd(watermarkMillis)) {
            WindowStores.closeWindows(totals, from, clock.openFromMillis(), (key, window) -> {
                String row = window.row(key.id(), key.windowStartMillis(), expected(key.id()));
                context.forward(ResultSink.row(row, timestampMillis), ResultSink.RESULTS);
            });
        }
    }
    // end::emit[]

    private long expected(int string) {
        return io.heliometer.common.query.StringRollup.expectedCount(
                shared.registry.panelCount(string), shared.registry.samplingPeriodMillis());
    }
}
