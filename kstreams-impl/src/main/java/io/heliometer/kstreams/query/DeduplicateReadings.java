package io.heliometer.kstreams.query;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.time.Windows;
import io.heliometer.kstreams.EventTime;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.Wire;
import io.heliometer.kstreams.internal.Place;
import io.heliometer.kstreams.internal.SeenReadings;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.TimedReading;
import io.heliometer.kstreams.internal.WindowKey;
import io.heliometer.kstreams.internal.WindowStores;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Q1, which are gateway retransmissions? One entry per device: the few readings of the last minutes
 * whose copies may still come. A write forgets what is older, so nothing is ever searched for or
 * deleted.
 *
 * <p>The recipe for Kafka Streams is a window store with an entry per (device, sequence), whose
 * retention follows stream time. It fits neither the task's own clock nor the budget: a range scan
 * per record instead of a read, an entry per reading on disk, and segments that are dropped by the
 * largest timestamp put. A plain store with such an entry would write each of them to the changelog
 * twice, once to set and once to delete.
 *
 * <p>After a restart the clock is behind, so a write forgets too little, which costs bytes and no
 * exactness: a key that is known for longer than it must be is of no reading that can still come.
 *
 * <p>Changelog: one record of 4 + 16 n bytes per reading that is kept, n = L / tau + 1, about 52; a
 * retransmission writes its count only, 16 + 8 bytes.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class DeduplicateReadings implements Processor<byte[], TimedReading, byte[], Object> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "deduplicate-readings";

    /** The store of readings whose retransmissions may come, by device. */
    public static final String SEEN_STORE = "seen-readings";

    /** The store of open hours. */
    public static final String COUNT_STORE = "retransmission-counts";

    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.DeduplicateReadings.WINDOW_MILLIS;

    private final Place place;
    private ProcessorContext<byte[], Object> context;
    private KeyValueStore<Integer, SeenReadings> seen;
    private KeyValueStore<WindowKey, Long> counts;
    private EventTime clock;

    private DeduplicateReadings(Place place) {
        this.place = place;
    }

    /** Makes one processor per task. */
    public record Supplier(Shared shared, Place place)
            implements ProcessorSupplier<byte[], TimedReading, byte[], Object> {
        @Override
        public Processor<byte[], TimedReading, byte[], Object> get() {
            return new DeduplicateReadings(place);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    WindowStores.byDevice(SEEN_STORE, Wire.seenReadings(), shared.settings()),
                    WindowStores.builder(COUNT_STORE, Serdes.Long(), shared.settings()));
        }
        // end::state[]
    }

    @Override
    public void init(ProcessorContext<byte[], Object> taskContext) {
        context = taskContext;
        seen = taskContext.getStateStore(SEEN_STORE);
        counts = taskContext.getStateStore(COUNT_STORE);
        clock = new EventTime(WINDOW_MILLIS);
    }

    @Override
    public void process(Record<byte[], TimedReading> message) {
        TimedReading timed = message.value();
        // tag::time[]
        passTime(timed.watermarkMillis(), message.timestamp());
        // end::time[]
        EnrichedReading trusted = timed.enriched();
        if (trusted == null) {
            handOn(message);
        } else if (isFirst(trusted.reading(), timed.watermarkMillis())) {
            keep(message, trusted.reading());
        } else {
            count(trusted);
            handOn(message.withValue(timed.withoutReading()));
        }
    }

    private boolean isFirst(PanelReading reading, long watermarkMillis) {
        // tag::key[]
        SeenReadings before = seen.get(reading.device());
        if (before != null && before.contains(reading.sequence())) {
            return false;
        }
        // end::key[]
        seen.put(
                reading.device(),
                (before == null ? SeenReadings.NONE : before)
                        .plus(reading.eventTimeMillis(), reading.sequence(), watermarkMillis));
        return true;
    }

    private void keep(Record<byte[], TimedReading> message, PanelReading reading) {
        if (place.isLast()) {
            write(
                    io.heliometer.common.query.DeduplicateReadings.survivorRow(reading),
                    message.timestamp());
        } else {
            handOn(message);
        }
    }

    private void handOn(Record<byte[], TimedReading> message) {
        for (String next : place.next()) {
            context.forward(message, next);
        }
    }

    private void count(EnrichedReading retransmission) {
        // tag::window[]
        long hour = Windows.startOf(retransmission.reading().eventTimeMillis(), WINDOW_MILLIS);
        // end::window[]
        WindowKey key = new WindowKey(hour, retransmission.panel().site(), 0);
        Long before = counts.get(key);
        counts.put(key, before == null ? 1L : before + 1);
    }

    // tag::emit[]
    private void passTime(long watermarkMillis, long timestampMillis) {
        long from = clock.openFromMillis();
        if (clock.passesWindowEnd(watermarkMillis)) {
            WindowStores.closeWindows(
                    counts,
                    from,
                    clock.openFromMillis(),
                    (key, count) -> write(
                            io.heliometer.common.query.DeduplicateReadings.countRow(
                                    key.id(), key.windowStartMillis(), count),
                            timestampMillis));
        }
    }
    // end::emit[]

    private void write(String row, long timestampMillis) {
        context.forward(ResultSink.row(place.row(row), timestampMillis), ResultSink.RESULTS);
    }
}
