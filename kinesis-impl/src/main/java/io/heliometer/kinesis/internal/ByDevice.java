package io.heliometer.kinesis.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something per device, found by an array read: device ids are dense, and a map would box one per
 * record. Only registered devices may be put, as a foreign id could be any number.
 *
 * @param <V> what is kept
 */
public final class ByDevice<V> {
    private static final int FIRST_CAPACITY = 64;

    private @Nullable Object[] values = new @Nullable Object[FIRST_CAPACITY];

    /** Takes what is kept of one device. */
    @FunctionalInterface
    public interface Visitor<V, X extends Exception> {
        /** Takes what is kept of one device. */
        void accept(int device, V value) throws X;
    }

    /** Returns what is kept of a device, or null. */
    @SuppressWarnings("unchecked") // Only put() writes.
    public @Nullable V get(int device) {
        return device < values.length ? (V) values[device] : null;
    }

    /** Keeps something of a device, in place of what was kept. */
    public void put(int device, V value) {
        if (device >= values.length) {
            values = Arrays.copyOf(values, Math.max(device + 1, 2 * values.length));
        }
        values[device] = value;
    }

    /** Visits what is kept, by device ascending. */
    public <X extends Exception> void forEach(Visitor<V, X> visitor) throws X {
        for (int device = 0; device < values.length; device++) {
            V value = get(device);
            if (value != null) {
                visitor.accept(device, value);
            }
        }
    }

    /** Returns of how many devices something is kept. */
    public int size() {
        return (int) Arrays.stream(values).filter(value -> value != null).count();
    }
}
