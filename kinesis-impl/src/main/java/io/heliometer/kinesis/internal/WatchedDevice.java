package io.heliometer.kinesis.internal;

import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.common.query.SilentDevices.State;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** One device of Q6: its state, the event times that are not settled yet, and its wake-up. */
public final class WatchedDevice implements ShardState {
    /** Three samples until it wakes up, and those of the allowed lateness. */
    private static final int FIRST_CAPACITY = 8;

    private final Device id;
    private State state = State.START;
    private long[] pendingMillis = new long[FIRST_CAPACITY];
    private int count;
    private long wakeMillis = SilentDevices.NEVER;

    /** Watches a device that was never seen. */
    public WatchedDevice(Device id) {
        this.id = id;
    }

    /** Returns the device and its site. */
    public Device id() {
        return id;
    }

    /** Returns whether a silence is written whose end is not. */
    public boolean isSilent() {
        return state.isSilent();
    }

    /** Returns whether another event time would need more memory. */
    public boolean isFull() {
        return count == pendingMillis.length;
    }

    /** Adds the event time of an accepted reading, in any order, once. */
    public void add(long eventTimeMillis) {
        int at = count;
        while (at > 0 && pendingMillis[at - 1] > eventTimeMillis) {
            at--;
        }
        if (at > 0 && pendingMillis[at - 1] == eventTimeMillis) {
            return;
        }
        if (isFull()) {
            pendingMillis = Arrays.copyOf(pendingMillis, 2 * count);
        }
        System.arraycopy(pendingMillis, at, pendingMillis, at + 1, count - at);
        pendingMillis[at] = eventTimeMillis;
        count++;
    }

    /** Writes what is final at a watermark and forgets what is settled. */
    public void settle(SilentDevices rule, long watermarkMillis, Consumer<String> rows) {
        state = rule.settle(id, state, Arrays.copyOf(pendingMillis, count), watermarkMillis, rows);
        int settled = 0;
        while (settled < count && pendingMillis[settled] <= watermarkMillis) {
            settled++;
        }
        System.arraycopy(pendingMillis, settled, pendingMillis, 0, count - settled);
        count -= settled;
    }

    /** Returns the watermark at which there may be something to write. */
    public long nextWakeMillis(SilentDevices rule) {
        return rule.nextWakeMillis(
                id.site(), state, count > 0 ? pendingMillis[0] : SilentDevices.NEVER);
    }

    /** Returns the wake-up that counts. */
    public long wakeMillis() {
        return wakeMillis;
    }

    /** Sets the wake-up that counts. */
    public void wakeAt(long millis) {
        wakeMillis = millis;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(state.lastMillis());
        out.writeLong(state.sinceMillis());
        out.writeLong(state.silentDay());
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeLong(pendingMillis[i]);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        state = new State(in.readLong(), in.readLong(), in.readLong());
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            add(in.readLong());
        }
    }
}
