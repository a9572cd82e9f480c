package io.heliometer.kinesis;

import io.heliometer.common.time.Windows;
import io.heliometer.kinesis.internal.ShardState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The clock of one shard, which KCL does not have: tells when a watermark passes the end of a
 * window. A shard has one source and one reader, so the greatest time seen, less the allowed
 * lateness, is a watermark that no accepted record is ever behind
 * ({@link io.heliometer.common.time.Lateness}); there is no minimum over inputs to take and no idle
 * input to wait for.
 *
 * <p>The clock is state like any other and part of the shard's snapshot. A reader that goes on at a
 * checkpoint has the clock that the one before had there, closes the same windows at the same
 * records, and writes equal rows.
 */
public final class EventTime implements ShardState {
    /** Stands for "before all time": nothing was read, no window has been closed. */
    public static final long BEGINNING = Long.MIN_VALUE;

    private final long windowMillis;
    private long watermarkMillis = BEGINNING;
    private long openFromMillis = BEGINNING;
    private long nextCloseMillis = BEGINNING;

    /**
     * Creates a clock that has not started.
     *
     * @param windowMillis size of the tumbling windows, ms
     */
    public EventTime(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /**
     * Moves the clock, never back, and returns whether it passed the end of a window. Two
     * comparisons for nearly all records.
     *
     * @param toMillis no accepted record at or before it will follow in this shard
     */
    public boolean passesWindowEnd(long toMillis) {
        if (toMillis > watermarkMillis) {
            watermarkMillis = toMillis;
        }
        if (toMillis < nextCloseMillis) {
            return false;
        }
        openFromMillis = Windows.startOf(watermarkMillis + 1, windowMillis);
        nextCloseMillis = openFromMillis + windowMillis - 1;
        return true;
    }

    /** Returns the start of the oldest open window; all windows that start earlier are closed. */
    public long openFromMillis() {
        return openFromMillis;
    }

    /** Returns the watermark: no accepted record at or before it will follow. */
    public long watermarkMillis() {
        return watermarkMillis;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(watermarkMillis);
    }

    @Override
    public void load(DataInput in) throws IOException {
        long saved = in.readLong();
        if (saved != BEGINNING) {
            passesWindowEnd(saved);
        }
    }
}
