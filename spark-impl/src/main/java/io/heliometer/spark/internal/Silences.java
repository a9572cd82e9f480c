package io.heliometer.spark.internal;

import io.heliometer.common.model.Panel;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.common.query.SilentDevices.State;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * When each device of a site talked last: Q6 as a part of a larger state. Every registered device
 * has an entry from the start, or one that never talks would not be missed.
 */
public final class Silences {
    private final SilentDevices rule;
    private final int site;
    private final Map<Integer, Talk> talks = new TreeMap<>();

    /** Nobody has talked. */
    public Silences(int site, OpenJob job) {
        this.site = site;
        this.rule = job.silentDevices();
        for (Panel panel : job.panelsOf(site)) {
            talks.put(panel.device(), new Talk());
        }
    }

    /** One device: what is settled, and the event times that are not yet. */
    private static final class Talk {
        State state = State.START;
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
        Talk talk = talks.get(device);
        if (talk == null) {
            throw new IllegalStateException("device must be one of its site: " + device);
        }
        talk.add(timeMillis);
    }

    /** Writes what is final. */
    public void settle(long watermarkMillis, Consumer<String> rows) {
        talks.forEach((device, talk) -> {
            long[] pending = talk.ascending();
            talk.state = rule.settle(
                    new Device(site, device), talk.state, pending, watermarkMillis, rows);
            talk.count = 0;
            for (long time : pending) {
                if (time > watermarkMillis) {
                    talk.add(time);
                }
            }
        });
    }

    /** Returns the watermark at which the next row may be due, or NEVER. */
    public long nextWakeMillis() {
        long next = SilentDevices.NEVER;
        for (Talk talk : talks.values()) {
            long first = SilentDevices.NEVER;
            for (int at = 0; at < talk.count; at++) {
                first = Math.min(first, talk.pending[at]);
            }
            next = Math.min(next, rule.nextWakeMillis(site, talk.state, first));
        }
        return next;
    }

    /** Takes back what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Talk talk = new Talk();
            talks.put(in.readInt(), talk);
            talk.state = new State(in.readLong(), in.readLong(), in.readLong());
            for (int more = in.readInt(); more > 0; more--) {
                talk.add(in.readLong());
            }
        }
    }

    /** Writes all devices. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(talks.size());
        for (Map.Entry<Integer, Talk> entry : talks.entrySet()) {
            Talk talk = entry.getValue();
            out.writeInt(entry.getKey());
            out.writeLong(talk.state.lastMillis());
            out.writeLong(talk.state.sinceMillis());
            out.writeLong(talk.state.silentDay());
            out.writeInt(talk.count);
            for (int at = 0; at < talk.count; at++) {
                out.writeLong(talk.pending[at]);
            }
        }
    }
}
