package io.heliometer.spark.internal;

import io.heliometer.common.time.Windows;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** How many of each kind fell into each open window. */
public final class WindowCounts {
    private final long windowMillis;
    private final Map<Key, Long> counts = new HashMap<>();

    private record Key(int code, long startMillis) {}

    /** Takes what is final. */
    @FunctionalInterface
    public interface Closed {
        /** Takes the count of a code in a window. */
        void take(int code, long startMillis, long count);
    }

    /** Starts without a window. */
    public WindowCounts(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /** Counts one more. */
    public void add(int code, long timeMillis) {
        counts.merge(new Key(code, Windows.startOf(timeMillis, windowMillis)), 1L, Long::sum);
    }

    /** Hands out and forgets the windows that are complete. */
    public void close(long watermarkMillis, Closed closed) {
        Iterator<Map.Entry<Key, Long>> open = counts.entrySet().iterator();
        while (open.hasNext()) {
            Map.Entry<Key, Long> next = open.next();
            Key key = next.getKey();
            if (Windows.isClosed(key.startMillis, windowMillis, watermarkMillis)) {
                closed.take(key.code, key.startMillis, next.getValue());
                open.remove();
            }
        }
    }

    /** Returns the watermark that completes the next window, or NEVER. */
    public long nextWakeMillis() {
        long next = SiteState.NEVER;
        for (Key key : counts.keySet()) {
            next = Math.min(next, key.startMillis + windowMillis - 1);
        }
        return next;
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(new Key(in.readInt(), in.readLong()), in.readLong());
        }
    }

    /** Writes all counts. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<Key, Long> entry : counts.entrySet()) {
            out.writeInt(entry.getKey().code);
            out.writeLong(entry.getKey().startMillis);
            out.writeLong(entry.getValue());
        }
    }
}
