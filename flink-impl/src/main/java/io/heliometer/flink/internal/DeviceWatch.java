package io.heliometer.flink.internal;

import io.heliometer.common.query.SilentDevices;

import java.util.Arrays;

/**
 * What Q6 keeps of one device.
 *
 * @param state what is settled
 * @param wakeMillis the watermark at which there may be a row to write, or SilentDevices.NEVER
 * @param pendingMillis event times that are not settled, ascending, each once
 */
@SuppressWarnings("ArrayRecordComponent") // State: written and read, never compared.
public record DeviceWatch(SilentDevices.State state, long wakeMillis, long[] pendingMillis) {
    private static final long[] NONE = {};

    /** Returns the watch over a device that was never seen. */
    public static DeviceWatch start(SilentDevices rule, int site) {
        return after(rule, site, SilentDevices.State.START, NONE);
    }

    /** Returns the watch with these parts, awake when the rule says so. */
    public static DeviceWatch after(
            SilentDevices rule, int site, SilentDevices.State state, long[] pendingMillis) {
        long first = pendingMillis.length == 0 ? SilentDevices.NEVER : pendingMillis[0];
        return new DeviceWatch(state, rule.nextWakeMillis(site, state, first), pendingMillis);
    }

    /** Returns the pending event times with one more; this one's own array if it is there. */
    public long[] pendingWith(long timeMillis) {
        int place = Arrays.binarySearch(pendingMillis, timeMillis);
        if (place >= 0) {
            return pendingMillis;
        }
        int at = -place - 1;
        long[] more = Arrays.copyOf(pendingMillis, pendingMillis.length + 1);
        System.arraycopy(pendingMillis, at, more, at + 1, pendingMillis.length - at);
        more[at] = timeMillis;
        return more;
    }

    /** Returns the pending event times after a watermark. */
    public long[] pendingAfter(long watermarkMillis) {
        int settled = 0;
        while (settled < pendingMillis.length && pendingMillis[settled] <= watermarkMillis) {
            settled++;
        }
        return Arrays.copyOfRange(pendingMillis, settled, pendingMillis.length);
    }
}
