package io.heliometer.kstreams.internal;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The key of one open window. Its bytes sort by time first, so that all closed windows are one
 * range of the store. Kafka's own window store sorts by key first and would have to look at every
 * key.
 *
 * @param windowStartMillis start of the window, ms UTC, may be negative
 * @param id what is aggregated: a string or a site, {@code >= 0}
 * @param part which part of it: a reject reason's code, or 0
 */
public record WindowKey(long windowStartMillis, int id, int part) {
    private static final int KEY_BYTES = Long.BYTES + 2 * Integer.BYTES;

    public WindowKey {
        if (id < 0 || part < 0) {
            throw new IllegalArgumentException(
                    "id and part must be >= 0, were " + id + ", " + part);
        }
    }

    /** Returns a key that sorts after every key of all windows that start before this time. */
    static WindowKey lastBefore(long windowStartMillis) {
        return new WindowKey(windowStartMillis - 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Returns a key that sorts before every other key of this window. */
    static WindowKey firstOf(long windowStartMillis) {
        return new WindowKey(windowStartMillis, 0, 0);
    }

    /** Returns the serde whose bytes, compared unsigned as stores do, sort by time first. */
    static Serde<WindowKey> serde() {
        return Serdes.serdeFrom((topic, key) -> encode(key), (topic, bytes) -> decode(bytes));
    }

    private static byte @Nullable [] encode(@Nullable WindowKey key) {
        if (key == null) {
            return null;
        }
        return ByteBuffer.allocate(KEY_BYTES)
                // The flipped sign sorts times before 1970 first; Kafka's Serdes.Long() does not.
                .putLong(key.windowStartMillis ^ Long.MIN_VALUE)
                .putInt(key.id)
                .putInt(key.part)
                .array();
    }

    private static @Nullable WindowKey decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new WindowKey(buffer.getLong() ^ Long.MIN_VALUE, buffer.getInt(), buffer.getInt());
    }
}
