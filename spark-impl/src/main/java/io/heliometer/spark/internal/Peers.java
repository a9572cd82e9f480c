package io.heliometer.spark.internal;

import io.heliometer.common.model.EnrichedReading;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.PeerComparison;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.time.Windows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open windows of a site's panels, string by string: Q5 as a part of a larger state. */
public final class Peers {
    private static final long WINDOW_MILLIS = PeerComparison.WINDOW_MILLIS;

    private final long samplingPeriodSeconds;
    private final Map<Key, Map<Integer, PanelTotals>> open = new HashMap<>();

    /** Readings come string by string: most fall into the window of the one before. */
    private @Nullable Key lastKey;

    private Map<Integer, PanelTotals> last = Map.of();

    private record Key(int string, long startMillis) {}

    /** Starts without a window. */
    public Peers(OpenJob job) {
        this.samplingPeriodSeconds = job.registry().samplingPeriodSeconds();
    }

    /** Adds a reading to its panel's window; one without power does not count. */
    public void add(EnrichedReading enriched) {
        PanelReading reading = enriched.reading();
        if (!reading.hasVoltage() || !reading.hasCurrent()) {
            return;
        }
        Map<Integer, PanelTotals> panels = window(
                enriched.panel().string(),
                Windows.startOf(reading.eventTimeMillis(), WINDOW_MILLIS));
        Integer device = reading.device();
        PanelTotals totals = panels.getOrDefault(device, PanelTotals.EMPTY);
        long rated = enriched.panel().pdc0MilliWatts();
        panels.put(device, totals.plus(reading, rated, samplingPeriodSeconds));
    }

    private Map<Integer, PanelTotals> window(int string, long startMillis) {
        Key key = lastKey;
        if (key == null || key.string != string || key.startMillis != startMillis) {
            key = new Key(string, startMillis);
            last = open.computeIfAbsent(key, absent -> new HashMap<>());
            lastKey = key;
        }
        return last;
    }

    /** Compares the panels in the windows that are complete, and forgets those. */
    public void close(long watermarkMillis, Consumer<String> rows) {
        lastKey = null;
        Iterator<Map.Entry<Key, Map<Integer, PanelTotals>>> windows =
                open.entrySet().iterator();
        while (windows.hasNext()) {
            Map.Entry<Key, Map<Integer, PanelTotals>> next = windows.next();
            Key key = next.getKey();
            if (Windows.isClosed(key.startMillis, WINDOW_MILLIS, watermarkMillis)) {
                PeerComparison.rows(key.string, key.startMillis, next.getValue())
                        .forEach(rows);
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
            Map<Integer, PanelTotals> panels = new HashMap<>();
            open.put(new Key(in.readInt(), in.readLong()), panels);
            for (int more = in.readInt(); more > 0; more--) {
                panels.put(
                        in.readInt(),
                        new PanelTotals(
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong()));
            }
        }
    }

    /** Writes all windows. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(open.size());
        for (Map.Entry<Key, Map<Integer, PanelTotals>> entry : open.entrySet()) {
            out.writeInt(entry.getKey().string);
            out.writeLong(entry.getKey().startMillis);
            out.writeInt(entry.getValue().size());
            for (Map.Entry<Integer, PanelTotals> panel : entry.getValue().entrySet()) {
                PanelTotals totals = panel.getValue();
                out.writeInt(panel.getKey());
                out.writeLong(totals.energyMilliJoules());
                out.writeLong(totals.count());
                out.writeLong(totals.lastEventTimeMillis());
                out.writeLong(totals.lastSequence());
                out.writeLong(totals.pdc0MilliWatts());
            }
        }
    }
}
