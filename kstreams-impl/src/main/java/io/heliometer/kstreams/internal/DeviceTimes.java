package io.heliometer.kstreams.internal;

import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.SilentDevices.State;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What Q6 keeps of one device: what is settled, and the event times that are not, ascending and
 * distinct. 24 bytes and 8 per event time. Immutable.
 */
public final class DeviceTimes {
    /** A device that was never seen. */
    public static final DeviceTimes START = new DeviceTimes(State.START, new long[0]);

    private static final int STATE_BYTES = 3 * Long.BYTES;

    private final State state;
    private final long[] pendingMillis;

    private DeviceTimes(State state, long[] pendingMillis) {
        this.state = state;
        this.pendingMillis = pendingMillis;
    }

    /** Returns what is settled. */
    public State state() {
        return state;
    }

    /** Returns the event times that are not settled, ascending; not a copy: read only. */
    public long[] pendingMillis() {
        return pendingMillis;
    }

    /** Returns the first event time that is not settled, or {@link SilentDevices#NEVER}. */
    public long firstPendingMillis() {
        return pendingMillis.length == 0 ? SilentDevices.NEVER : pendingMillis[0];
    }

    /** Returns these with one more event time. */
    public DeviceTimes plus(long eventTimeMillis) {
        int place = Arrays.binarySearch(pendingMillis, eventTimeMillis);
        if (place >= 0) {
            return this;
        }
        int at = -place - 1;
        long[] next = Arrays.copyOf(pendingMillis, pendingMillis.length + 1);
        System.arraycopy(pendingMillis, at, next, at + 1, pendingMillis.length - at);
        next[at] = eventTimeMillis;
        return new DeviceTimes(state, next);
    }

    /**
     * Returns what is left when all is settled up to a watermark.
     *
     * @param settled the state that the query gave for these and the watermark
     */
    public DeviceTimes settled(State settled, long watermarkMillis) {
        int first = 0;
        while (first < pendingMillis.length && pendingMillis[first] <= watermarkMillis) {
            first++;
        }
        long[] rest = first == 0
                ? pendingMillis
                : Arrays.copyOfRange(pendingMillis, first, pendingMillis.length);
        return new DeviceTimes(settled, rest);
    }

    /** Returns the bytes for a store. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(STATE_BYTES + pendingMillis.length * Long.BYTES)
                .putLong(state.lastMillis())
                .putLong(state.sinceMillis())
                .putLong(state.silentDay());
        buffer.asLongBuffer().put(pendingMillis);
        return buffer.array();
    }

    /** Returns what {@link #toBytes} gave. */
    public static DeviceTimes of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        State state = new State(buffer.getLong(), buffer.getLong(), buffer.getLong());
        long[] pending = new long[buffer.remaining() / Long.BYTES];
        buffer.asLongBuffer().get(pending);
        return new DeviceTimes(state, pending);
    }
}
