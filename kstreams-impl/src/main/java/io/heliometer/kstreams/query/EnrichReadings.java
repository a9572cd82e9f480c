package io.heliometer.kstreams.query;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.Wire;
import io.heliometer.kstreams.internal.Place;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.TimedReading;
import io.heliometer.kstreams.internal.WindowStores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Q2, what module was this, at that time? The versions that were announced stand in a store, by
 * device, and in a map on the heap that is filled from the store when the task starts:
 * announcements are rare and readings are not, so a reading touches no store.
 *
 * <p>A versioned store ({@code Stores.persistentVersionedKeyValueStore}) answers {@code get(device,
 * eventTime)} by itself, and does not fit:
 *
 * <ul>
 *   <li>of two versions with equal validFrom the one put last wins, not the higher version;
 *   <li>on restore it takes validFrom from the timestamp of the changelog record. That is the
 *       broker's append time on our changelogs, and must be: a broker refuses a timestamp more than
 *       an hour ahead of its clock, and validFrom lies ahead on purpose;
 *   <li>what it still knows follows from history retention behind the latest put, so the next
 *       announcement of one device, far ahead, can take the version of today from all others;
 *   <li>it exists on RocksDB only, without a cache, and older versions lie in segments.
 * </ul>
 *
 * <p>A join with a {@code KTable} or {@code GlobalKTable} knows the latest version only, and from a
 * topic of its own, whose order against the readings nobody fixes.
 *
 * <p>Store and input position are committed together, and a version is announced ahead of the first
 * reading it holds for, so a restart misses none. The clock only says which versions an
 * announcement may forget; behind, as it is after a restart, it forgets too few, which costs bytes
 * and no exactness.
 *
 * <p>Changelog: 4 + 60 n bytes per announcement, n = announced versions of the device that may
 * still be joined; nothing per reading.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class EnrichReadings implements Processor<byte[], TimedReading, byte[], Object> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "enrich-readings";

    /** The store of announced versions, by device. */
    public static final String STORE = "announced-versions";

    private final Shared shared;
    private final Place place;
    private ProcessorContext<byte[], Object> context;
    private KeyValueStore<Integer, List<Panel>> store;
    private Map<Integer, List<Panel>> announced;

    private EnrichReadings(Shared shared, Place place) {
        this.shared = shared;
        this.place = place;
    }

    /** Makes one processor per task. */
    public record Supplier(Shared shared, Place place)
            implements ProcessorSupplier<byte[], TimedReading, byte[], Object> {
        @Override
        public Processor<byte[], TimedReading, byte[], Object> get() {
            return new EnrichReadings(shared, place);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(WindowStores.byDevice(STORE, Wire.versions(), shared.settings()));
        }
        // end::state[]
    }

    @Override
    public void init(ProcessorContext<byte[], Object> taskContext) {
        context = taskContext;
        store = taskContext.getStateStore(STORE);
        announced = new HashMap<>();
        try (KeyValueIterator<Integer, List<Panel>> restored = store.all()) {
            while (restored.hasNext()) {
                KeyValue<Integer, List<Panel>> versions = restored.next();
                announced.put(versions.key, versions.value);
            }
        }
    }

    @Override
    public void process(Record<byte[], TimedReading> message) {
        TimedReading timed = message.value();
        EnrichedReading trusted = timed.enriched();
        if (timed.registration() != null) {
            announce(timed.registration(), timed.watermarkMillis());
        } else if (trusted == null) {
            handOn(message);
        } else {
            enrich(message, trusted);
        }
    }

    /**
     * Adds a version, and forgets those that no reading can join any more: all that already hold
     * when the next possible reading was taken, but for the one that wins there.
     */
    private void announce(Panel version, long watermarkMillis) {
        // tag::key[]
        List<Panel> known = announced.getOrDefault(version.device(), List.of());
        // end::key[]
        long nextMillis = watermarkMillis + 1;
        Panel winner = io.heliometer.common.query.EnrichReadings.asOf(
                shared.registry().find(version.device()), known, nextMillis);
        List<Panel> kept = new ArrayList<>();
        kept.add(version);
        for (Panel other : known) {
            if (other.validFromMillis() > nextMillis || other.equals(winner)) {
                kept.add(other);
            }
        }
        announced.put(version.device(), kept);
        store.put(version.device(), kept);
    }

    /**
     * Joins a reading. It comes with the version of the registry file; where that one holds, as it
     * nearly always does, the message goes on as it came.
     */
    private void enrich(Record<byte[], TimedReading> message, EnrichedReading trusted) {
        PanelReading reading = trusted.reading();
        // tag::time[]
        Panel panel = io.heliometer.common.query.EnrichReadings.asOf(
                trusted.panel(),
                announced.getOrDefault(reading.device(), List.of()),
                reading.eventTimeMillis());
        // end::time[]
        if (panel == null) {
            String row = io.heliometer.common.query.EnrichReadings.unregisteredRow(reading);
            context.forward(ResultSink.row(row, message.timestamp()), ResultSink.REJECTS);
            handOn(message.withValue(message.value().withoutReading()));
            return;
        }
        // tag::emit[]
        boolean isAsRegistered = panel.equals(trusted.panel());
        EnrichedReading enriched = isAsRegistered ? trusted : new EnrichedReading(reading, panel);
        if (place.isLast()) {
            String row = io.heliometer.common.query.EnrichReadings.row(enriched);
            context.forward(ResultSink.row(row, message.timestamp()), ResultSink.RESULTS);
        } else {
            handOn(isAsRegistered ? message : message.withValue(message.value().with(enriched)));
        }
        // end::emit[]
    }

    private void handOn(Record<byte[], TimedReading> message) {
        for (String next : place.next()) {
            context.forward(message, next);
        }
    }
}
