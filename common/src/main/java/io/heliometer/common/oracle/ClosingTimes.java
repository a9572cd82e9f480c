package io.heliometer.common.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers when each partition's time passes each edge, to tell when the last of them does. Edges
 * are the multiples of a grain: between two of them time may move without being remembered, so that
 * this stays small. A grain of 1 ms tells it for any instant, at two numbers per record that moves
 * time.
 */
final class ClosingTimes {
    private final long grainMillis;
    private final Map<Integer, Steps> stepsByPartition = new HashMap<>();

    ClosingTimes(long grainMillis) {
        this.grainMillis = grainMillis;
    }

    /**
     * Notes that a record due at {@code dueMillis} has brought the partition's time to
     * {@code timeMillis}.
     */
    void advance(int partition, long timeMillis, long dueMillis) {
        stepsByPartition
                .computeIfAbsent(partition, p -> new Steps())
                .add(Math.floorDiv(timeMillis, grainMillis), dueMillis);
    }

    /**
     * Returns when the slowest partition's time reaches an instant.
     *
     * @param instantMillis a multiple of the grain
     */
    long reachedDueMillis(long instantMillis) {
        if (Math.floorMod(instantMillis, grainMillis) != 0) {
            throw new IllegalArgumentException("instantMillis must be a multiple of " + grainMillis
                    + ", was " + instantMillis);
        }
        long edge = Math.floorDiv(instantMillis, grainMillis);
        long latest = Long.MIN_VALUE;
        for (Steps steps : stepsByPartition.values()) {
            latest = Math.max(latest, steps.dueOf(edge));
        }
        return latest;
    }

    /** The edges that one partition has reached, ascending, and the record that reached each. */
    private static final class Steps {
        private long[] edges = new long[16];
        private long[] dues = new long[16];
        private int size;

        void add(long edge, long dueMillis) {
            if (size > 0 && edge <= edges[size - 1]) {
                return;
            }
            if (size == edges.length) {
                edges = Arrays.copyOf(edges, 2 * size);
                dues = Arrays.copyOf(dues, 2 * size);
            }
            edges[size] = edge;
            dues[size] = dueMillis;
            size++;
        }

        long dueOf(long edge) {
            int found = Arrays.binarySearch(edges, 0, size, edge);
            int index = found >= 0 ? found : -found - 1;
            if (index == size) {
                throw new IllegalStateException(
                        "each partition must end with an end-of-stream marker");
            }
            return dues[index];
        }
    }
}
