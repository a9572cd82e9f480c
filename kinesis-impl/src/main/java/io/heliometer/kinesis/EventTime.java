package io.heliometer.kinesis;

import io.heliometer.common.time.Windows;

/**
 * The clock of one shard: tells when a watermark passes the end of a window, and which windows were
 * written before a restart. KCL knows neither event time nor state, so both live here, in memory,
 * and the shard itself is the only store.
 *
 * <p><b>Recovery from data alone.</b> The checkpoint is held back. Let {@code O} be the start of
 * the oldest open window, and {@code F} the last record whose receivedTime is before {@code O}. The
 * checkpoint stands just before {@code F}, and is written only after all rows of all closed windows
 * were acknowledged. A restart therefore reads {@code F} first, and the receivedTime of that record
 * tells it what it needs to know:
 *
 * <ul>
 *   <li>A window that starts <i>after</i> {@code received(F)} is complete from here. None of its
 *       records can stand before {@code F}: an accepted record is never received before its event
 *       time ({@link io.heliometer.common.time.Lateness}), and the shard is in order of
 *       receivedTime. All open windows are of this kind, because {@code received(F) < O}.
 *   <li>A window that starts at or before {@code received(F)} is closed, since it starts before
 *       {@code O}, and its rows were acknowledged before the checkpoint was written. What is read
 *       again of it is only a part; a row made of that part would be wrong. So it is not opened
 *       again ({@link #wasEmitted}).
 * </ul>
 *
 * <p>A closed window that starts after {@code received(F)} is complete too and is written again,
 * with the same rows: duplicates, never wrong ones. The same argument holds for the reject counts
 * of Q0, whose time is receivedTime itself. A shard that is read from its beginning has no
 * {@code F} and all of its windows are complete.
 *
 * <p>Why not the obvious ways: a checkpoint at the last record read loses the open windows. A
 * checkpoint at the first record of the oldest open window, without the rule above, rewrites closed
 * windows from a part of their records. Snapshots of the windows would need a store beside KCL's
 * lease table and a commit of both at once.
 */
public final class EventTime {
    /** Stands for "before all time": no window has been closed, or nothing was read before. */
    public static final long BEGINNING = Long.MIN_VALUE;

    private final long windowMillis;
    private long openFromMillis = BEGINNING;
    private long nextCloseMillis = BEGINNING;
    private long restartedAtMillis = BEGINNING;

    /**
     * Creates a clock that has not started.
     *
     * @param windowMillis size of the tumbling windows, ms
     */
    public EventTime(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /** Tells the clock that reading goes on behind a checkpoint, with a record received then. */
    public void restartAt(long receivedTimeMillis) {
        restartedAtMillis = receivedTimeMillis;
    }

    /**
     * Moves the clock and returns whether it passed the end of a window. One comparison for nearly
     * all records.
     *
     * @param watermarkMillis no accepted record at or before it will follow in this shard
     */
    public boolean passesWindowEnd(long watermarkMillis) {
        if (watermarkMillis < nextCloseMillis) {
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

    /** Returns whether the window was written before the restart, and is now seen in part only. */
    public boolean wasEmitted(long windowStartMillis) {
        return windowStartMillis <= restartedAtMillis;
    }

    /** Returns the size of the tumbling windows, ms. */
    public long windowMillis() {
        return windowMillis;
    }
}
