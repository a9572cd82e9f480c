package io.heliometer.kstreams.query;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.time.Windows;
import io.heliometer.kstreams.EventTime;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.Wire;
import io.heliometer.kstreams.internal.Place;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.TimedReading;
import io.heliometer.kstreams.internal.WindowKey;
import io.heliometer.kstreams.internal.WindowStores;
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
 *
 * <p>Changelog: one record of 16 + 52 bytes per reading, or per string and commit with a cache.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class StringRollup implements Processor<byte[], TimedReading, byte[], byte[]> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "string-rollup";

    /** The store of open windows. */
    public static final String STORE = "string-rollup-totals";

    private static final long WINDOW_MILLIS = io.heliometer.common.query.StringRollup.WINDOW_MILLIS;

    private final Shared shared;
    private final Place place;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<WindowKey, Totals> totals;
    private EventTime clock;

    private StringRollup(Shared shared, Place place) {
        this.shared = shared;
        this.place = place;
    }

    /** Makes one processor per task. */
    public record Supplier(Shared shared, Place place)
            implements ProcessorSupplier<byte[], TimedReading, byte[], byte[]> {
        @Override
        public Processor<byte[], TimedReading, byte[], byte[]> get() {
            return new StringRollup(shared, place);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(WindowStores.builder(STORE, Wire.totals(), shared.settings()));
        }
        // end::state[]
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
        totals = taskContext.getStateStore(STORE);
        clock = new EventTime(WINDOW_MILLIS);
    }

    @Override
    public void process(Record<byte[], TimedReading> message) {
        TimedReading timed = message.value();
        // tag::time[]
        passTime(timed.watermarkMillis(), message.timestamp());
        // end::time[]
        // tag::late[]
        // Late ones were rejected before they reached clock or store: see Lateness.
        EnrichedReading trusted = timed.enriched();
        // end::late[]
        if (trusted != null) {
            add(trusted);
        }
    }

    private void add(EnrichedReading trusted) {
        // tag::window[]
        long windowStart = Windows.startOf(trusted.reading().eventTimeMillis(), WINDOW_MILLIS);
        // end::window[]
        // tag::key[]
        WindowKey key = new WindowKey(windowStart, trusted.panel().string(), 0);
        // end::key[]
        Totals before = totals.get(key);
        totals.put(
                key,
                (before == null ? Totals.EMPTY : before)
                        .plus(trusted.reading(), shared.registry().samplingPeriodSeconds()));
    }

    // tag::emit[]
    private void passTime(long watermarkMillis, long timestampMillis) {
        long from = clock.openFromMillis();
        if (clock.passesWindowEnd(watermarkMillis)) {
            WindowStores.closeWindows(totals, from, clock.openFromMillis(), (key, window) -> {
                String row = window.row(key.id(), key.windowStartMillis(), expected(key.id()));
                context.forward(
                        ResultSink.row(place.row(row), timestampMillis), ResultSink.RESULTS);
            });
        }
    }
    // end::emit[]

    private long expected(int string) {
        return io.heliometer.common.query.StringRollup.expectedCount(
                shared.registry().panelCount(string), shared.registry().samplingPeriodMillis());
    }
}
