package io.heliometer.kinesis.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.time.Windows;
import io.heliometer.kinesis.EventTime;
import io.heliometer.kinesis.internal.OpenWindows;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * Q3, what did each string yield in five minutes? One object per shard. All records of a string are
 * in one shard, so there is nothing to shuffle and a plain map per window is the whole state.
 */
public final class StringRollup implements ShardQuery {
    private static final long WINDOW_MILLIS = io.heliometer.common.query.StringRollup.WINDOW_MILLIS;
    private static final int KEY_COLUMNS = 2;

    private final Shared shared;
    private final OutputRows rows;
    private final EventTime clock = new EventTime(WINDOW_MILLIS);
    // tag::state[]
    private final OpenWindows<Integer, Totals> totals = new OpenWindows<>();
    // end::state[]

    /** Creates the query of one shard. */
    public StringRollup(Shared shared, OutputRows rows) {
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
        if (!reading.flush()) {
            add(reading);
        }
    }

    void add(PanelReading reading) {
        // tag::window[]
        long windowStart = Windows.startOf(reading.eventTimeMillis(), WINDOW_MILLIS);
        // end::window[]
        if (windowStart < clock.openFromMillis()) {
            shared.dropped().add();
            return;
        }
        Panel panel = Objects.requireNonNull(shared.registry().find(reading.device()));
        // tag::key[]
        Integer string = panel.string();
        // end::key[]
        Map<Integer, Totals> window = totals.at(windowStart);
        Totals before = window.get(string);
        window.put(
                string,
                (before == null ? Totals.EMPTY : before)
                        .plus(reading, shared.registry().samplingPeriodSeconds()));
    }

    // tag::emit[]
    void passTime(long watermarkMillis) {
        if (clock.passesWindowEnd(watermarkMillis)) {
            totals.closeBefore(
                    clock.openFromMillis(),
                    (windowStart, string, window) -> rows.result(
                            window.row(string, windowStart, expected(string)), KEY_COLUMNS));
        }
    }
    // end::emit[]

    private long expected(int string) {
        return io.heliometer.common.query.StringRollup.expectedCount(
                shared.registry().panelCount(string), shared.registry().samplingPeriodMillis());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        clock.save(out);
        totals.save(out, (to, string, window) -> {
            to.writeInt(string);
            to.writeLong(window.count());
            to.writeLong(window.nullCount());
            to.writeLong(window.energyMilliJoules());
            to.writeLong(window.voltageCount());
            to.writeLong(window.voltageSumMilliVolts());
            to.writeInt(window.voltageMinMilliVolts());
            to.writeInt(window.voltageMaxMilliVolts());
            to.writeInt(window.temperatureMaxCentiCelsius());
        });
    }

    @Override
    public void load(DataInput in) throws IOException {
        clock.load(in);
        totals.load(in, (from, window) -> window.put(from.readInt(), totals(from)));
    }

    private static Totals totals(DataInput in) throws IOException {
        return new Totals(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt());
    }
}
