package io.heliometer.spark.internal;

import io.heliometer.common.query.DeduplicateReadings;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The readings of a site of which a copy may still come. */
public final class Seen {
    private final Map<Key, Long> timeMillisByKey = new HashMap<>();

    private record Key(int device, long sequence) {}

    /** Returns whether this is the first copy. */
    public boolean isFirst(SiteRecord reading) {
        Key key = new Key(reading.getDevice(), reading.getSequence());
        return timeMillisByKey.putIfAbsent(key, reading.getTimeMillis()) == null;
    }

    /** Forgets what cannot be copied any more. */
    public void expire(long watermarkMillis) {
        timeMillisByKey
                .values()
                .removeIf(time -> DeduplicateReadings.isExpired(time, watermarkMillis));
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            timeMillisByKey.put(new Key(in.readInt(), in.readLong()), in.readLong());
        }
    }

    /** Writes all keys. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(timeMillisByKey.size());
        for (Map.Entry<Key, Long> seen : timeMillisByKey.entrySet()) {
            out.writeInt(seen.getKey().device);
            out.writeLong(seen.getKey().sequence);
            out.writeLong(seen.getValue());
        }
    }
}
