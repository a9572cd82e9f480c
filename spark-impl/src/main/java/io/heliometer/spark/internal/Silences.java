package io.heliometer.spark.internal;

import io.heliometer.common.model.Panel;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.common.query.SilentDevices.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When each device of a site talked last: Q6 as a part of a larger state. Every registered device
 * has an entry from the start, or one that never talks would not be missed.
 *
 * <p>A device is looked at when it may have a row to write, which its last reading decides; most
 * batches only note that it has talked.
 */
public final class Silences {
    /** A device with so many pending times is looked at anyway: at night it has nothing due. */
    private static final int MANY = 16;

    private final SilentDevices rule;
    private final int site;
    private final OpenJob job;
    private @Nullable Map<Integer, Talk> talks;

    /** Nobody has talked. */
    public Silences(int site, OpenJob job) {
        this.site = site;
        this.job = job;
        this.rule = job.silentDevices();
    }

    /** One device: what is settled, and the event times that are not yet. */
    private static final class Talk {
        State state = State.START;
        /** No row is due before the watermark reaches it. */
        long wakeMillis = SilentDevices.NEVER;

        long[] pending = {};
        int count;

        void add(long timeMillis) {
            if (count == pending.length) {
                pending = Arrays.copyOf(pending, Math.max(4, 2 * count));
            }
            pending[count++] = timeMillis;
        }

        /** Returns what is pending, ascending. */
        long[] ascending() {
            long[] sorted = Arrays.copyOf(pending, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** Notes that a device has talked. */
    public void talked(int device, long timeMillis) {
        Talk talk = talks().get(device);
        if (talk == null) {
            throw new IllegalStateException("device must be one of its site: " + device);
        }
        talk.add(timeMillis);
        if (talk.state.isSilent()) {
            talk.wakeMillis = Math.min(talk.wakeMillis, timeMillis);
        }
    }

    /** Writes what is final. */
    public void settle(long watermarkMillis, Consumer<String> rows) {
        talks().forEach((device, talk) -> {
            if (talk.wakeMillis <= watermarkMillis || talk.count >= MANY) {
                settle(device, talk, watermarkMillis, rows);
            }
        });
    }

    private void settle(int device, Talk talk, long watermarkMillis, Consumer<String> rows) {
        long[] pending = talk.ascending();
        talk.state =
                rule.settle(new Device(site, device), talk.state, pending, watermarkMillis, rows);
        talk.count = 0;
        for (long time : pending) {
            if (time > watermarkMillis) {
                talk.add(time);
            }
        }
        long first = talk.count == 0 ? SilentDevices.NEVER : talk.pending[0];
        talk.wakeMillis = rule.nextWakeMillis(site, talk.state, first);
    }

    /** Returns the watermark at which the next row may be due, or NEVER. */
    public long nextWakeMillis() {
        long next = SilentDevices.NEVER;
        for (Talk talk : talks().values()) {
            next = Math.min(next, talk.wakeMillis);
        }
        return next;
    }

    /** Returns all devices; made when first needed, as most often they are read. */
    private Map<Integer, Talk> talks() {
        Map<Integer, Talk> all = talks;
        if (all == null) {
            all = new LinkedHashMap<>();
            long wakeMillis = rule.nextWakeMillis(site, State.START, SilentDevices.NEVER);
            for (Panel panel : job.panelsOf(site)) {
                Talk talk = new Talk();
                talk.wakeMillis = wakeMillis;
                all.put(panel.device(), talk);
            }
            talks = all;
        }
        return all;
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        Map<Integer, Talk> read = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Talk talk = new Talk();
            read.put(in.readInt(), talk);
            talk.state = new State(in.readLong(), in.readLong(), in.readLong());
            talk.wakeMillis = in.readLong();
            for (int more = in.readInt(); more > 0; more--) {
                talk.add(in.readLong());
            }
        }
        talks = read;
    }

    /** Writes all devices. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(talks().size());
        for (Map.Entry<Integer, Talk> entry : talks().entrySet()) {
            Talk talk = entry.getValue();
            out.writeInt(entry.getKey());
            out.writeLong(talk.state.lastMillis());
            out.writeLong(talk.state.sinceMillis());
            out.writeLong(talk.state.silentDay());
            out.writeLong(talk.wakeMillis);
            out.writeInt(talk.count);
            for (int at = 0; at < talk.count; at++) {
                out.writeLong(talk.pending[at]);
            }
        }
    }
}
