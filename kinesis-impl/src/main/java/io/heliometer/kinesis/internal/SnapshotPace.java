package io.heliometer.kinesis.internal;

import java.util.function.LongSupplier;

/**
 * How often a shard's state is saved. Rows that were written since the last snapshot are written
 * again after a crash, so rows hurry a snapshot; a snapshot costs as much as the state is large, so
 * they cannot hurry it without limit.
 *
 * @param afterRowsMillis least time between two snapshots while rows are written, ms
 * @param intervalMillis time between two snapshots while none is, ms
 * @param clockMillis a clock that never goes back, ms
 */
public record SnapshotPace(long afterRowsMillis, long intervalMillis, LongSupplier clockMillis) {
    public SnapshotPace {
        if (afterRowsMillis < 0 || intervalMillis < afterRowsMillis) {
            throw new IllegalArgumentException(
                    "snapshot.afterRowsMillis must be 0..snapshot.intervalMillis, was "
                            + afterRowsMillis + " of " + intervalMillis);
        }
    }

    /** Returns whether a snapshot is due. */
    boolean isDue(long sinceMillis, boolean rowsWritten) {
        return nowMillis() - sinceMillis >= (rowsWritten ? afterRowsMillis : intervalMillis);
    }

    /** Returns the time of the clock. */
    long nowMillis() {
        return clockMillis.getAsLong();
    }
}
