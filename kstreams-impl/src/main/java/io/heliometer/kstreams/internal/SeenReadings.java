package io.heliometer.kstreams.internal;

import io.heliometer.common.query.DeduplicateReadings;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The readings of one device whose retransmissions may still come: pairs of event time and
 * sequence, 16 bytes each. Immutable.
 */
public final class SeenReadings {
    /** Nothing seen. */
    public static final SeenReadings NONE = new SeenReadings(new long[0]);

    private static final int PAIR = 2;

    private final long[] pairs;

    private SeenReadings(long[] pairs) {
        this.pairs = pairs;
    }

    /** Returns whether a reading with this sequence was seen. */
    public boolean contains(long sequence) {
        for (int index = 1; index < pairs.length; index += PAIR) {
            if (pairs[index] == sequence) {
                return true;
            }
        }
        return false;
    }

    /** Returns these with one more, and without those of which no copy can follow any more. */
    public SeenReadings plus(long eventTimeMillis, long sequence, long watermarkMillis) {
        long[] next = new long[pairs.length + PAIR];
        int size = 0;
        for (int index = 0; index < pairs.length; index += PAIR) {
            if (!DeduplicateReadings.isExpired(pairs[index], watermarkMillis)) {
                next[size++] = pairs[index];
                next[size++] = pairs[index + 1];
            }
        }
        next[size++] = eventTimeMillis;
        next[size++] = sequence;
        return new SeenReadings(size == next.length ? next : Arrays.copyOf(next, size));
    }

    /** Returns the bytes for a store. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(pairs.length * Long.BYTES);
        buffer.asLongBuffer().put(pairs);
        return buffer.array();
    }

    /** Returns what {@link #toBytes} gave. */
    public static SeenReadings of(byte[] bytes) {
        long[] pairs = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(pairs);
        return new SeenReadings(pairs);
    }
}
