package io.heliometer.kinesis.internal;

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
}
