package io.heliometer.kinesis.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.time.Windows;
import io.heliometer.kinesis.EventTime;
import io.heliometer.kinesis.internal.OpenWindows;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Q5, which panel lags its string? Two levels, panel and string, in one map of maps: a string never
 * leaves its shard, so its median needs no second step over the network.
 */
public final class PeerComparison implements ShardQuery {
    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.PeerComparison.WINDOW_MILLIS;
    private static final int KEY_COLUMNS = 3;

    private final Shared shared;
    private final OutputRows rows;
    private final EventTime clock = new EventTime(WINDOW_MILLIS);
    // tag::state[]
    private final OpenWindows<Integer, Map<Integer, PanelTotals>> strings = new OpenWindows<>();
    // end::state[]

    /** Creates the query of one shard. */
    public PeerComparison(Shared shared, OutputRows rows) {
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
            add(reading, Objects.requireNonNull(shared.registry().find(reading.device())));
        }
    }

    /**
     * Adds a reading.
     *
     * @param panel the version of the panel that it is rated by
     */
    void add(PanelReading reading, Panel panel) {
        // tag::window[]
        long windowStart = Windows.startOf(reading.eventTimeMillis(), WINDOW_MILLIS);
        // end::window[]
        if (windowStart < clock.openFromMillis()) {
            shared.dropped().add();
            return;
        }
        // tag::key[]
        Map<Integer, PanelTotals> string =
                strings.at(windowStart).computeIfAbsent(panel.string(), key -> new HashMap<>());
        Integer device = reading.device();
        // end::key[]
        PanelTotals before = string.get(device);
        string.put(
                device,
                (before == null ? PanelTotals.EMPTY : before)
                        .plus(
                                reading,
                                panel.pdc0MilliWatts(),
                                shared.registry().samplingPeriodSeconds()));
    }

    // tag::emit[]
    void passTime(long watermarkMillis) {
        if (clock.passesWindowEnd(watermarkMillis)) {
            strings.closeBefore(
                    clock.openFromMillis(),
                    (windowStart, string, totals) -> io.heliometer.common.query.PeerComparison.rows(
                                    string, windowStart, totals)
                            .forEach(row -> rows.result(row, KEY_COLUMNS)));
        }
    }
    // end::emit[]

    @Override
    public void save(DataOutput out) throws IOException {
        clock.save(out);
        strings.save(out, (to, string, totals) -> {
            to.writeInt(string);
            to.writeInt(totals.size());
            for (Map.Entry<Integer, PanelTotals> panel : totals.entrySet()) {
                to.writeInt(panel.getKey());
                write(to, panel.getValue());
            }
        });
    }

    private static void write(DataOutput out, PanelTotals totals) throws IOException {
        out.writeLong(totals.energyMilliJoules());
        out.writeLong(totals.count());
        out.writeLong(totals.lastEventTimeMillis());
        out.writeLong(totals.lastSequence());
        out.writeLong(totals.pdc0MilliWatts());
    }

    @Override
    public void load(DataInput in) throws IOException {
        clock.load(in);
        strings.load(in, (from, window) -> window.put(from.readInt(), totals(from)));
    }

    private static Map<Integer, PanelTotals> totals(DataInput in) throws IOException {
        int size = in.readInt();
        Map<Integer, PanelTotals> totals = new HashMap<>();
        for (int i = 0; i < size; i++) {
            totals.put(
                    in.readInt(),
                    new PanelTotals(
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong()));
        }
        return totals;
    }
}
