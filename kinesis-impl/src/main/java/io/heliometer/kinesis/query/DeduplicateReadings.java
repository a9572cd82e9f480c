package io.heliometer.kinesis.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.time.Windows;
import io.heliometer.kinesis.EventTime;
import io.heliometer.kinesis.internal.ByDevice;
import io.heliometer.kinesis.internal.OpenWindows;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.RecentKeys;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/**
 * Q1, which readings are gateway retransmissions? All copies of a reading are in one shard, so the
 * first that is read is the first. A device has two or three keys within the allowed lateness, and
 * forgets them when it next speaks: no timer, no sweep, and a silent device keeps a handful.
 */
public final class DeduplicateReadings implements ShardQuery {
    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.DeduplicateReadings.WINDOW_MILLIS;
    private static final int SURVIVOR_KEY_COLUMNS = 3;
    private static final int COUNT_KEY_COLUMNS = 3;

    private final Shared shared;
    private final OutputRows rows;
    private final EventTime clock = new EventTime(WINDOW_MILLIS);
    // tag::state[]
    private final ByDevice<RecentKeys> keys = new ByDevice<>();
    private final OpenWindows<Integer, Long> counts = new OpenWindows<>();
    // end::state[]

    /** Creates the query of one shard. */
    public DeduplicateReadings(Shared shared, OutputRows rows) {
        this.shared = shared;
        this.rows = rows;
    }

    @Override
    public void accept(Arrival arrival) {
        PanelReading reading = arrival.reading();
        // tag::late[]
        // Rejected, late ones included, before they reach clock or state: see Lateness.
        if (reading == null || (!reading.flush() && shared.rules().check(reading) != null)) {
            return;
        }
        // end::late[]
        // tag::time[]
        passTime(shared.lateness().watermarkMillis(reading.eventTimeMillis()));
        // end::time[]
        if (!reading.flush() && isFirst(reading)) {
            rows.result(
                    io.heliometer.common.query.DeduplicateReadings.survivorRow(reading),
                    SURVIVOR_KEY_COLUMNS);
        }
    }

    /** Returns whether a reading is the first of its key; counts it otherwise. */
    boolean isFirst(PanelReading reading) {
        long watermark = clock.watermarkMillis();
        if (io.heliometer.common.query.DeduplicateReadings.isExpired(
                reading.eventTimeMillis(), watermark)) {
            // Its key may be forgotten, so nobody knows whether it is the first.
            shared.dropped().add();
            return false;
        }
        // tag::key[]
        RecentKeys ofDevice = keys.get(reading.device());
        if (ofDevice == null) {
            ofDevice = new RecentKeys();
            keys.put(reading.device(), ofDevice);
        }
        boolean first = ofDevice.add(reading.sequence(), reading.eventTimeMillis(), watermark);
        // end::key[]
        if (!first) {
            count(reading);
        }
        return first;
    }

    private void count(PanelReading reading) {
        Panel panel = Objects.requireNonNull(shared.registry().find(reading.device()));
        // tag::window[]
        long hourStart = Windows.startOf(reading.eventTimeMillis(), WINDOW_MILLIS);
        // end::window[]
        counts.at(hourStart).merge(panel.site(), 1L, Long::sum);
    }

    // tag::emit[]
    void passTime(long watermarkMillis) {
        if (clock.passesWindowEnd(watermarkMillis)) {
            counts.closeBefore(
                    clock.openFromMillis(),
                    (hourStart, site, count) -> rows.result(
                            io.heliometer.common.query.DeduplicateReadings.countRow(
                                    site, hourStart, count),
                            COUNT_KEY_COLUMNS));
        }
    }
    // end::emit[]

    @Override
    public void save(DataOutput out) throws IOException {
        clock.save(out);
        out.writeInt(keys.size());
        keys.forEach((device, ofDevice) -> {
            out.writeInt(device);
            ofDevice.save(out);
        });
        counts.save(out, (to, site, count) -> {
            to.writeInt(site);
            to.writeLong(count);
        });
    }

    @Override
    public void load(DataInput in) throws IOException {
        clock.load(in);
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            int device = in.readInt();
            RecentKeys ofDevice = new RecentKeys();
            ofDevice.load(in);
            keys.put(device, ofDevice);
        }
        counts.load(in, (from, window) -> window.put(from.readInt(), from.readLong()));
    }
}
