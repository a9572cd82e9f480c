package io.heliometer.spark.internal;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.StringRollup;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.time.Windows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open windows of a site's strings: Q3 as a part of a larger state. */
public final class Rollups {
    private static final long WINDOW_MILLIS = StringRollup.WINDOW_MILLIS;

    private final PanelRegistry registry;
    private final Map<Key, Window> open = new HashMap<>();

    /** Readings come string by string: most fall into the window of the one before. */
    private @Nullable Window last;

    private record Key(int string, long startMillis) {}

    /** What a window holds so far. */
    private static final class Window {
        final Key key;
        Totals totals;

        Window(Key key, Totals totals) {
            this.key = key;
            this.totals = totals;
        }
    }

    /** Starts without a window. */
    public Rollups(OpenJob job) {
        this.registry = job.registry();
    }

    /** Adds a reading to its window. */
    public void add(EnrichedReading enriched) {
        long start = Windows.startOf(enriched.reading().eventTimeMillis(), WINDOW_MILLIS);
        int string = enriched.panel().string();
        Window window = last;
        if (window == null || window.key.string != string || window.key.startMillis != start) {
            window = open.computeIfAbsent(
                    new Key(string, start), key -> new Window(key, Totals.EMPTY));
            last = window;
        }
        window.totals = window.totals.plus(enriched.reading(), registry.samplingPeriodSeconds());
    }

    /** Writes and forgets the windows that are complete. */
    public void close(long watermarkMillis, Consumer<String> rows) {
        last = null;
        Iterator<Window> windows = open.values().iterator();
        while (windows.hasNext()) {
            Window next = windows.next();
            Key key = next.key;
            if (Windows.isClosed(key.startMillis, WINDOW_MILLIS, watermarkMillis)) {
                long expected = StringRollup.expectedCount(
                        registry.panelCount(key.string), registry.samplingPeriodMillis());
                rows.accept(next.totals.row(key.string, key.startMillis, expected));
                windows.remove();
            }
        }
    }

    /** Returns the watermark that completes the next window, or NEVER. */
    public long nextWakeMillis() {
        long next = SiteState.NEVER;
        for (Key key : open.keySet()) {
            next = Math.min(next, key.startMillis + WINDOW_MILLIS - 1);
        }
        return next;
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Key key = new Key(in.readInt(), in.readLong());
            Totals totals = new Totals(
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt());
            open.put(key, new Window(key, totals));
        }
    }

    /** Writes all windows. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(open.size());
        for (Window window : open.values()) {
            Totals totals = window.totals;
            out.writeInt(window.key.string);
            out.writeLong(window.key.startMillis);
            out.writeLong(totals.count());
            out.writeLong(totals.nullCount());
            out.writeLong(totals.energyMilliJoules());
            out.writeLong(totals.voltageCount());
            out.writeLong(totals.voltageSumMilliVolts());
            out.writeInt(totals.voltageMinMilliVolts());
            out.writeInt(totals.voltageMaxMilliVolts());
            out.writeInt(totals.temperatureMaxCentiCelsius());
        }
    }
}
