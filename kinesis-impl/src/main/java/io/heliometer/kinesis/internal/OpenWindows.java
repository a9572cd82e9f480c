package io.heliometer.kinesis.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open windows of one shard, on the heap, in the order of their starts.
 *
 * @param <K> what is aggregated within a window
 * @param <V> the aggregate
 */
public final class OpenWindows<K, V> {
    private final NavigableMap<Long, Map<K, V>> windows = new TreeMap<>();
    // Nearly every record falls into the window of the one before it.
    private long lastStartMillis;
    private @Nullable Map<K, V> last;

    /** Takes the aggregates of a window that closes. */
    @FunctionalInterface
    public interface Emit<K, V> {
        /** Takes one aggregate of a window that starts at {@code windowStartMillis}. */
        void accept(long windowStartMillis, K key, V aggregate);
    }

    /** Writes one aggregate into a snapshot. */
    @FunctionalInterface
    public interface Save<K, V> {
        /** Writes key and aggregate. */
        void write(DataOutput out, K key, V aggregate) throws IOException;
    }

    /** Reads one aggregate from a snapshot. */
    @FunctionalInterface
    public interface Load<K, V> {
        /** Reads what {@link Save#write} wrote into the window. */
        void read(DataInput in, Map<K, V> window) throws IOException;
    }

    /** Returns the aggregates of a window by key; opens it if need be. */
    public Map<K, V> at(long windowStartMillis) {
        Map<K, V> window = last;
        if (window == null || windowStartMillis != lastStartMillis) {
            window = windows.computeIfAbsent(windowStartMillis, start -> new HashMap<>());
            last = window;
            lastStartMillis = windowStartMillis;
        }
        return window;
    }

    /** Emits and removes every window that starts before this time. */
    public void closeBefore(long millis, Emit<K, V> emit) {
        NavigableMap<Long, Map<K, V>> closed = windows.headMap(millis, false);
        closed.forEach((start, window) ->
                window.forEach((key, aggregate) -> emit.accept(start, key, aggregate)));
        closed.clear();
        last = null;
    }

    /** Writes all windows into a snapshot. */
    public void save(DataOutput out, Save<K, V> entry) throws IOException {
        out.writeInt(windows.size());
        for (Map.Entry<Long, Map<K, V>> window : windows.entrySet()) {
            out.writeLong(window.getKey());
            out.writeInt(window.getValue().size());
            for (Map.Entry<K, V> aggregate : window.getValue().entrySet()) {
                entry.write(out, aggregate.getKey(), aggregate.getValue());
            }
        }
    }

    /** Reads all windows from a snapshot. */
    public void load(DataInput in, Load<K, V> entry) throws IOException {
        int windowCount = in.readInt();
        for (int i = 0; i < windowCount; i++) {
            Map<K, V> window = at(in.readLong());
            int size = in.readInt();
            for (int j = 0; j < size; j++) {
                entry.read(in, window);
            }
        }
    }
}
