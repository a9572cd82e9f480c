package io.heliometer.kinesis.internal;

import io.heliometer.common.time.Windows;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the checkpoint of a shard may stand: before the last record that was received before
 * the oldest open window starts; {@link io.heliometer.kinesis.EventTime} says why.
 *
 * <p>The start of a window is a multiple of its size, so only records at which receivedTime enters
 * another multiple have to be remembered: a handful, and per record two references are copied.
 */
public final class HeldBackPosition {
    /**
     * A record of the shard. User records of one KPL aggregate share the sequence number.
     *
     * @param sequenceNumber decimal, as Kinesis gave it
     * @param subSequenceNumber position within the aggregate; 0 if it is none
     */
    public record Position(String sequenceNumber, long subSequenceNumber) {}

    /**
     * A step of receivedTime over a window's start.
     *
     * @param fromMillis the start of the window that the step led out of
     * @param intoMillis the start of the window that the step led into
     * @param restart the record before the last one ahead of the step; null if this reader has not
     *     seen it, and then the checkpoint stands right already
     */
    private record Step(
            long fromMillis, long intoMillis, @Nullable Position restart) {}

    private final long windowMillis;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean started;
    private long nextStepMillis;
    private @Nullable String sequenceNumber;
    private long subSequenceNumber;
    private @Nullable String restartSequenceNumber;
    private long restartSubSequenceNumber;

    /**
     * Starts at the first record that this reader is given.
     *
     * @param windowMillis size of the tumbling windows, ms
     */
    public HeldBackPosition(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /** Takes the time of the next record, if it has one; its {@link #passed} follows. */
    public void received(long receivedTimeMillis) {
        if (!started || receivedTimeMillis >= nextStepMillis) {
            long intoMillis = Windows.startOf(receivedTimeMillis, windowMillis);
            if (started) {
                steps.add(new Step(nextStepMillis - windowMillis, intoMillis, restart()));
            }
            started = true;
            nextStepMillis = intoMillis + windowMillis;
        }
        restartSequenceNumber = sequenceNumber;
        restartSubSequenceNumber = subSequenceNumber;
    }

    /** Takes the position of every record, whether or not it has a time. */
    public void passed(String nextSequenceNumber, long nextSubSequenceNumber) {
        sequenceNumber = nextSequenceNumber;
        subSequenceNumber = nextSubSequenceNumber;
    }

    private @Nullable Position restart() {
        return restartSequenceNumber == null
                ? null
                : new Position(restartSequenceNumber, restartSubSequenceNumber);
    }

    /**
     * Returns where the checkpoint should stand, or null if it should stay where it is.
     *
     * @param openFromMillis the start of the oldest open window
     */
    public @Nullable Position due(long openFromMillis) {
        while (!steps.isEmpty() && steps.element().intoMillis < openFromMillis) {
            steps.remove();
        }
        // The first step to or over that time, if time has come so far: the record ahead of the
        // step was received before.
        Step step = steps.peek();
        return step == null || step.fromMillis >= openFromMillis ? null : step.restart;
    }

    /** Takes note that the checkpoint was written, so that it is not due again. */
    public void written() {
        Step step = steps.remove();
        steps.push(new Step(step.fromMillis, step.intoMillis, null));
    }
}
