package io.heliometer.common.query;

import io.heliometer.common.time.Windows;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Tumbling windows of one partition as an engine holds them: open, then closed by a clock, never
 * open again.
 *
 * @param <K> key of a cell
 * @param <V> what is aggregated
 */
final class Windowed<K, V> {
    /**
     * Takes a closed window.
     *
     * @param <K> key of a cell
     * @param <V> what was aggregated
     */
    interface Closed<K, V> {
        void accept(long windowStartMillis, Map<K, V> cells);
    }

    private final long windowMillis;
    private final BinaryOperator<V> merge;
    private final TreeMap<Long, Map<K, V>> cellsByStart = new TreeMap<>();

    Windowed(long windowMillis, BinaryOperator<V> merge) {
        this.windowMillis = windowMillis;
        this.merge = merge;
    }

    void add(long timeMillis, K key, V value) {
        cellsByStart
                .computeIfAbsent(
                        Windows.startOf(timeMillis, windowMillis), start -> new HashMap<>())
                .merge(key, value, merge);
    }

    void close(long watermarkMillis, Closed<K, V> closed) {
        while (!cellsByStart.isEmpty()
                && Windows.isClosed(cellsByStart.firstKey(), windowMillis, watermarkMillis)) {
            Map.Entry<Long, Map<K, V>> first = cellsByStart.pollFirstEntry();
            closed.accept(first.getKey(), first.getValue());
        }
    }
}
