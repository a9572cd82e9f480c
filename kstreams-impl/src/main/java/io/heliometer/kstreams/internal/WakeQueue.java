package io.heliometer.kstreams.internal;

import io.heliometer.common.query.SilentDevices;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * When which device must be looked at: at most one time per device, in memory. Holds nothing that
 * the store does not say too: whoever starts a task computes every device's time from the store.
 */
public final class WakeQueue {
    private record Wake(long timeMillis, int device) {}

    private final TreeSet<Wake> ascending = new TreeSet<>(
            Comparator.comparingLong(Wake::timeMillis).thenComparingInt(Wake::device));
    private final Map<Integer, Wake> byDevice = new HashMap<>();
    private long nextMillis = SilentDevices.NEVER;

    /**
     * Sets the only time at which a device must be looked at; {@link SilentDevices#NEVER} unsets
     * it.
     */
    public void set(int device, long timeMillis) {
        Wake before = byDevice.get(device);
        if (before != null) {
            if (before.timeMillis == timeMillis) {
                return;
            }
            ascending.remove(before);
        }
        if (timeMillis == SilentDevices.NEVER) {
            byDevice.remove(device);
        } else {
            Wake wake = new Wake(timeMillis, device);
            byDevice.put(device, wake);
            ascending.add(wake);
        }
        nextMillis = ascending.isEmpty() ? SilentDevices.NEVER : ascending.first().timeMillis;
    }

    /** Wakes a device at this time too, if its time is not earlier anyway. */
    public void setIfEarlier(int device, long timeMillis) {
        Wake before = byDevice.get(device);
        if (before == null || timeMillis < before.timeMillis) {
            set(device, timeMillis);
        }
    }

    /** Returns whether a device is due. One comparison, as it is asked for every record. */
    public boolean isDue(long watermarkMillis) {
        return nextMillis <= watermarkMillis;
    }

    /** Removes and returns the device that is due first; ties by device. Empty if none is due. */
    public OptionalInt poll(long watermarkMillis) {
        if (!isDue(watermarkMillis)) {
            return OptionalInt.empty();
        }
        int device = ascending.first().device;
        set(device, SilentDevices.NEVER);
        return OptionalInt.of(device);
    }
}
