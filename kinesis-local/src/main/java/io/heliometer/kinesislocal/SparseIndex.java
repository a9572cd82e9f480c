package io.heliometer.kinesislocal;

import java.util.Arrays;

/**
 * Where some of a segment's records lie: one in {@value #RECORD_STEP} records or
 * {@value #BYTE_STEP} bytes, whichever comes first. 24 bytes each, so 100 million small records
 * cost about 20 MB, and a read scans at most one step.
 */
final class SparseIndex {
    private static final int RECORD_STEP = 128;
    private static final int BYTE_STEP = 64 * 1024;
    private static final int FIRST_CAPACITY = 16;

    private long[] ordinals = new long[FIRST_CAPACITY];
    private long[] positions = new long[FIRST_CAPACITY];
    private long[] arrivals = new long[FIRST_CAPACITY];
    private int size;

    /**
     * A record's place.
     *
     * @param ordinal its number in the shard, from 1
     * @param position its frame's first byte in the file
     */
    record Place(long ordinal, long position) {
        /** Where the first record lies or will lie. */
        static final Place START = new Place(1, 0);
    }

    /** Notes a record if it is time to; records come in order. */
    synchronized void add(long ordinal, long position, long arrivalMillis) {
        if (size > 0
                && ordinal - ordinals[size - 1] < RECORD_STEP
                && position - positions[size - 1] < BYTE_STEP) {
            return;
        }
        if (size == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, size * 2);
            positions = Arrays.copyOf(positions, size * 2);
            arrivals = Arrays.copyOf(arrivals, size * 2);
        }
        ordinals[size] = ordinal;
        positions[size] = position;
        arrivals[size] = arrivalMillis;
        size++;
    }

    /** Returns the last noted record that is not after the ordinal. */
    synchronized Place atOrBefore(long ordinal) {
        int found = Arrays.binarySearch(ordinals, 0, size, ordinal);
        return place(found >= 0 ? found : -found - 2);
    }

    /** Returns the last noted record that arrived before a time. */
    synchronized Place arrivedBefore(long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivals[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return place(low - 1);
    }

    private Place place(int at) {
        return at < 0 ? Place.START : new Place(ordinals[at], positions[at]);
    }
}
