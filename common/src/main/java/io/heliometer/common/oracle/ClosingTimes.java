package io.heliometer.common.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers when each partition's time passes each window edge, to tell when the last of them does.
 * Time only counts in whole windows, so that this stays small.
 */
final class ClosingTimes {
    private final long windowMillis;
    private final Map<Integer, TreeMap<Long, Long>> dueByEdgeByPartition = new HashMap<>();

    ClosingTimes(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /**
     * Notes that a record due at {@code dueMillis} has brought the partition's time to
     * {@code timeMillis}.
     */
    void advance(int partition, long timeMillis, long dueMillis) {
        TreeMap<Long, Long> dueByEdge =
                dueByEdgeByPartition.computeIfAbsent(partition, p -> new TreeMap<>());
        long edge = Math.floorDiv(timeMillis, windowMillis);
        if (dueByEdge.isEmpty() || dueByEdge.lastKey() < edge) {
            dueByEdge.put(edge, dueMillis);
        }
    }

    /** Returns when the slowest partition's time reaches the end of a window. */
    long closeDueMillis(long windowStartMillis) {
        long edge = Math.floorDiv(windowStartMillis, windowMillis) + 1;
        long latest = Long.MIN_VALUE;
        for (TreeMap<Long, Long> dueByEdge : dueByEdgeByPartition.values()) {
            Map.Entry<Long, Long> entry = dueByEdge.ceilingEntry(edge);
            if (entry == null) {
                throw new IllegalStateException(
                        "each partition must end with an end-of-stream marker");
            }
            latest = Math.max(latest, entry.getValue());
        }
        return latest;
    }
}
