package io.heliometer.kinesis.internal;

import io.heliometer.common.query.DeduplicateReadings;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The readings of one device that a retransmission may still follow: two or three, so a scan of an
 * array beats any hash. What has expired is forgotten on the way.
 */
public final class RecentKeys implements ShardState {
    private static final int FIRST_CAPACITY = 4;

    private long[] sequences = new long[FIRST_CAPACITY];
    private long[] eventTimesMillis = new long[FIRST_CAPACITY];
    private int count;

    /**
     * Adds the key of a reading, and returns false if it was there already.
     *
     * @param watermarkMillis keys that are expired then are forgotten
     */
    public boolean add(long sequence, long eventTimeMillis, long watermarkMillis) {
        int kept = 0;
        boolean first = true;
        for (int i = 0; i < count; i++) {
            if (DeduplicateReadings.isExpired(eventTimesMillis[i], watermarkMillis)) {
                continue;
            }
            first &= sequences[i] != sequence;
            sequences[kept] = sequences[i];
            eventTimesMillis[kept++] = eventTimesMillis[i];
        }
        count = kept;
        if (first) {
            append(sequence, eventTimeMillis);
        }
        return first;
    }

    private void append(long sequence, long eventTimeMillis) {
        if (count == sequences.length) {
            sequences = Arrays.copyOf(sequences, 2 * count);
            eventTimesMillis = Arrays.copyOf(eventTimesMillis, 2 * count);
        }
        sequences[count] = sequence;
        eventTimesMillis[count++] = eventTimeMillis;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeLong(sequences[i]);
            out.writeLong(eventTimesMillis[i]);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            append(in.readLong(), in.readLong());
        }
    }
}
