package io.heliometer.kstreams.query;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.time.Windows;
import io.heliometer.kstreams.EventTime;
import io.heliometer.kstreams.ResultSink;
import io.heliometer.kstreams.Wire;
import io.heliometer.kstreams.internal.Place;
import io.heliometer.kstreams.internal.Shared;
import io.heliometer.kstreams.internal.TimedReading;
import io.heliometer.kstreams.internal.WindowKey;
import io.heliometer.kstreams.internal.WindowStores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Q5, which panel lags its string? One entry per window, string and panel; the string's panels lie
 * side by side, so the scan that closes a window meets them together and takes their median.
 *
 * <p>An entry per string that holds a map of its panels would be the other way: it makes the store
 * read, copy and log the whole map, some 900 bytes at 20 panels, for each reading that changes 40
 * of them. Here the price is one deletion per panel and window: at a sample a minute one record in
 * 16 on the changelog.
 *
 * <p>After a restart the clock is behind, so a window closes later; see {@link EventTime}.
 *
 * <p>Changelog: one record of 16 + 40 bytes per reading with power, or per panel and commit with a
 * cache.
 */
// Kafka Streams calls init before the first record.
@SuppressWarnings("NullAway.Init")
public final class PeerComparison implements Processor<byte[], TimedReading, byte[], byte[]> {
    /** The processor's name in metrics and in the topology's description. */
    public static final String NAME = "peer-comparison";

    /** The store of open windows. */
    public static final String STORE = "peer-comparison-totals";

    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.PeerComparison.WINDOW_MILLIS;

    private final Shared shared;
    private final Place place;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<WindowKey, PanelTotals> totals;
    private EventTime clock;

    private PeerComparison(Shared shared, Place place) {
        this.shared = shared;
        this.place = place;
    }

    /** Makes one processor per task. */
    public record Supplier(Shared shared, Place place)
            implements ProcessorSupplier<byte[], TimedReading, byte[], byte[]> {
        @Override
        public Processor<byte[], TimedReading, byte[], byte[]> get() {
            return new PeerComparison(shared, place);
        }

        // tag::state[]
        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(WindowStores.builder(STORE, Wire.panelTotals(), shared.settings()));
        }
        // end::state[]
    }

    private record StringWindow(long startMillis, int string) {}

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
        EnrichedReading trusted = timed.enriched();
        if (trusted != null) {
            add(trusted);
        }
    }

    private void add(EnrichedReading trusted) {
        PanelReading reading = trusted.reading();
        if (!reading.hasVoltage() || !reading.hasCurrent()) {
            return;
        }
        // tag::window[]
        long windowStart = Windows.startOf(reading.eventTimeMillis(), WINDOW_MILLIS);
        // end::window[]
        // tag::key[]
        WindowKey key = new WindowKey(windowStart, trusted.panel().string(), reading.device());
        // end::key[]
        PanelTotals before = totals.get(key);
        totals.put(
                key,
                (before == null ? PanelTotals.EMPTY : before)
                        .plus(
                                reading,
                                trusted.panel().pdc0MilliWatts(),
                                shared.registry().samplingPeriodSeconds()));
    }

    // tag::emit[]
    private void passTime(long watermarkMillis, long timestampMillis) {
        long from = clock.openFromMillis();
        if (!clock.passesWindowEnd(watermarkMillis)) {
            return;
        }
        Map<StringWindow, Map<Integer, PanelTotals>> closed = new LinkedHashMap<>();
        WindowStores.closeWindows(
                totals,
                from,
                clock.openFromMillis(),
                (key, panel) -> closed.computeIfAbsent(
                                new StringWindow(key.windowStartMillis(), key.id()),
                                window -> new TreeMap<>())
                        .put(key.part(), panel));
        closed.forEach((window, panels) -> io.heliometer.common.query.PeerComparison.rows(
                        window.string, window.startMillis, panels)
                .forEach(row -> context.forward(
                        ResultSink.row(place.row(row), timestampMillis), ResultSink.RESULTS)));
    }
    // end::emit[]
}
