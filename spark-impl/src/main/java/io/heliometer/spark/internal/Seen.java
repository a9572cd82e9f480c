package io.heliometer.spark.internal;

import io.heliometer.common.query.DeduplicateReadings;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The readings of a site of which a copy may still come. */
public final class Seen {
    private final Set<Key> keys = new HashSet<>();

    /** The event time is the same in all copies, so it does no harm in the key. */
    private record Key(int device, long sequence, long timeMillis) {}

    /** Returns whether this is the first copy. */
    public boolean isFirst(SiteRecord reading) {
        return keys.add(
                new Key(reading.getDevice(), reading.getSequence(), reading.getTimeMillis()));
    }

    /** Forgets what cannot be copied any more. */
    public void expire(long watermarkMillis) {
        keys.removeIf(key -> DeduplicateReadings.isExpired(key.timeMillis, watermarkMillis));
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            keys.add(new Key(in.readInt(), in.readLong(), in.readLong()));
        }
    }

    /** Writes all keys. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(keys.size());
        for (Key key : keys) {
            out.writeInt(key.device);
            out.writeLong(key.sequence);
            out.writeLong(key.timeMillis);
        }
    }
}
