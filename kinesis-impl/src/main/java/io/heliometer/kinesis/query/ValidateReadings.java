package io.heliometer.kinesis.query;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.time.Windows;
import io.heliometer.kinesis.EventTime;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.OpenWindows;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.ShardQuery;

import java.io.IOException;
import java.util.function.Function;

/**
 * Q0, which records can be trusted? One object per shard; the second output is simply a second
 * stream. Only rejects touch the windows, so a trusted record, which is nearly every record, has no
 * state to read or write.
 *
 * <p>After a restart the records since the oldest open window are judged again, and their rows are
 * written again: equal ones, told apart by their key. Counts obey {@link EventTime#wasEmitted}.
 */
public final class ValidateReadings implements ShardQuery {
    private static final long WINDOW_MILLIS =
            io.heliometer.common.query.ValidateReadings.WINDOW_MILLIS;
    private static final int VALID_KEY_COLUMNS = 5;
    private static final int COUNT_KEY_COLUMNS = 4;
    private static final int REJECT_KEY_COLUMNS = 2;
    private static final int MALFORMED_KEY_COLUMNS = 1;

    private final io.heliometer.common.query.ValidateReadings rules;
    private final DroppedRecords dropped;
    private final OutputRows rows;
    private final EventTime clock = new EventTime(WINDOW_MILLIS);
    // tag::state[]
    private final OpenWindows<Cell, Long> counts = new OpenWindows<>();
    // end::state[]

    // tag::key[]
    private record Cell(int site, int reasonCode) {}
    // end::key[]

    private ValidateReadings(
            io.heliometer.common.query.ValidateReadings rules,
            DroppedRecords dropped,
            OutputRows rows) {
        this.rules = rules;
        this.dropped = dropped;
        this.rows = rows;
    }

    /** Loads the registry of the job and returns what makes the query of one shard. */
    public static Function<OutputRows, ShardQuery> of(Job job, DroppedRecords dropped)
            throws IOException {
        var rules = new io.heliometer.common.query.ValidateReadings(
                job.registry(), job.horizon(), job.lateness());
        return rows -> new ValidateReadings(rules, dropped, rows);
    }

    @Override
    public EventTime time() {
        return clock;
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
        // tag::late[]
        RejectReason reason = rules.check(reading);
        // end::late[]
        if (reason != null) {
            reject(arrival, reason);
        } else if (reading != null) {
            rows.result(
                    io.heliometer.common.query.ValidateReadings.validRow(reading),
                    VALID_KEY_COLUMNS);
        }
    }

    private void reject(Arrival arrival, RejectReason reason) {
        PanelReading reading = arrival.reading();
        rows.reject(
                io.heliometer.common.query.ValidateReadings.rejectRow(arrival, reason),
                reading == null ? MALFORMED_KEY_COLUMNS : REJECT_KEY_COLUMNS);
        Integer site = rules.countedSite(reading);
        if (reading != null && site != null) {
            count(new Cell(site, reason.code()), reading.receivedTimeMillis());
        }
    }

    private void count(Cell cell, long receivedTimeMillis) {
        // tag::window[]
        long windowStart = Windows.startOf(receivedTimeMillis, WINDOW_MILLIS);
        // end::window[]
        if (clock.wasEmitted(windowStart)) {
            return;
        }
        if (windowStart < clock.openFromMillis()) {
            dropped.add();
            return;
        }
        counts.at(windowStart).merge(cell, 1L, Long::sum);
    }

    // tag::emit[]
    private void passTime(long watermarkMillis) {
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
}
