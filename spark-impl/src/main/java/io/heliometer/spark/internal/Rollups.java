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

/** The open windows of a site's strings: Q3 as a part of a larger state. */
public final class Rollups {
    private static final long WINDOW_MILLIS = StringRollup.WINDOW_MILLIS;

    private final PanelRegistry registry;
    private final Map<Key, Totals> open = new HashMap<>();

    private record Key(int string, long startMillis) {}

    /** Starts without a window. */
    public Rollups(OpenJob job) {
        this.registry = job.registry();
    }

    /** Adds a reading to its window. */
    public void add(EnrichedReading enriched) {
        long start = Windows.startOf(enriched.reading().eventTimeMillis(), WINDOW_MILLIS);
        Key key = new Key(enriched.panel().string(), start);
        Totals totals = open.getOrDefault(key, Totals.EMPTY);
        open.put(key, totals.plus(enriched.reading(), registry.samplingPeriodSeconds()));
    }

    /** Writes and forgets the windows that are complete. */
    public void close(long watermarkMillis, Consumer<String> rows) {
        Iterator<Map.Entry<Key, Totals>> windows = open.entrySet().iterator();
        while (windows.hasNext()) {
            Map.Entry<Key, Totals> next = windows.next();
            Key key = next.getKey();
            if (Windows.isClosed(key.startMillis, WINDOW_MILLIS, watermarkMillis)) {
                long expected = StringRollup.expectedCount(
                        registry.panelCount(key.string), registry.samplingPeriodMillis());
                rows.accept(next.getValue().row(key.string, key.startMillis, expected));
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
            open.put(
                    key,
                    new Totals(
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt()));
        }
    }

    /** Writes all windows. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(open.size());
        for (Map.Entry<Key, Totals> entry : open.entrySet()) {
            Totals totals = entry.getValue();
            out.writeInt(entry.getKey().string);
            out.writeLong(entry.getKey().startMillis);
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
