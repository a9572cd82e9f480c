package io.heliometer.kinesis.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.time.Windows;
import io.heliometer.kinesis.EventTime;
import io.heliometer.kinesis.internal.OpenWindows;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Q0, which records can be trusted? One object per shard; the second output is simply a second
 * stream. Only rejects touch the windows, so a trusted record, which is nearly every record, has no
 * state to read or write.
 */
public final class ValidateReadings implements ShardQuery {
    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.ValidateReadings.WINDOW_MILLIS;
    private static final int VALID_KEY_COLUMNS = 5;
    private static final int COUNT_KEY_COLUMNS = 4;
    private static final int REJECT_KEY_COLUMNS = 2;
    private static final int MALFORMED_KEY_COLUMNS = 1;

    private final Shared shared;
    private final OutputRows rows;
    private final EventTime clock = new EventTime(WINDOW_MILLIS);
    // tag::state[]
    private final OpenWindows<Cell, Long> counts = new OpenWindows<>();
    // end::state[]

    // tag::key[]
    private record Cell(int site, int reasonCode) {}
    // end::key[]

    /** Creates the query of one shard. */
    public ValidateReadings(Shared shared, OutputRows rows) {
        this.shared = shared;
        this.rows = rows;
    }

    @Override
    public void accept(Arrival arrival) {
        PanelReading reading = arrival.reading();
        if (reading != null) {
            // tag::time[]
            // A shard is written in order of received time, so nothing earlier will follow.
            passTime(reading.receivedTimeMillis() - 1);
            // end::time[]
        }
        if (arrival.isFlush() || arrival.isRegistration()) {
            return;
        }
        if (isTrusted(arrival) && reading != null) {
            rows.result(
                    io.heliometer.common.query.ValidateReadings.validRow(reading),
                    VALID_KEY_COLUMNS);
        }
    }

    /** Returns whether a record passes all rules; writes and counts it as a reject otherwise. */
    boolean isTrusted(Arrival arrival) {
        // tag::late[]
        RejectReason reason = shared.rules().check(arrival.reading());
        // end::late[]
        if (reason == null) {
            return true;
        }
        PanelReading reading = arrival.reading();
        rows.reject(
                io.heliometer.common.query.ValidateReadings.rejectRow(arrival, reason),
                reading == null ? MALFORMED_KEY_COLUMNS : REJECT_KEY_COLUMNS);
        Integer site = shared.rules().countedSite(reading);
        if (reading != null && site != null) {
            count(new Cell(site, reason.code()), reading.receivedTimeMillis());
        }
        return false;
    }

    private void count(Cell cell, long receivedTimeMillis) {
        // tag::window[]
        long windowStart = Windows.startOf(receivedTimeMillis, WINDOW_MILLIS);
        // end::window[]
        if (windowStart < clock.openFromMillis()) {
            shared.dropped().add();
            return;
        }
        counts.at(windowStart).merge(cell, 1L, Long::sum);
    }

    // tag::emit[]
    void passTime(long watermarkMillis) {
        if (clock.passesWindowEnd(watermarkMillis)) {
            counts.closeBefore(
                    clock.openFromMillis(),
                    (windowStart, cell, count) -> rows.result(
                            io.heliometer.common.query.ValidateReadings.countRow(
                                    cell.site, cell.reasonCode, windowStart, count),
                            COUNT_KEY_COLUMNS));
        }
    }
    // end::emit[]

    @Override
    public void save(DataOutput out) throws IOException {
        clock.save(out);
        counts.save(out, (to, cell, count) -> {
            to.writeInt(cell.site);
            to.writeInt(cell.reasonCode);
            to.writeLong(count);
        });
    }

    @Override
    public void load(DataInput in) throws IOException {
        clock.load(in);
        counts.load(
                in,
                (from, window) ->
                        window.put(new Cell(from.readInt(), from.readInt()), from.readLong()));
    }
}
