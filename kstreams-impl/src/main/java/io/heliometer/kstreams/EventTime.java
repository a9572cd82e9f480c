package io.heliometer.kstreams;

import io.heliometer.common.time.Windows;

import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The clock of one task, which is the clock of one partition: tells when a watermark passes the end
 * of a window. Lives in memory and starts anew after each restart or rebalance.
 *
 * <p>A processor makes it in {@code init} and not before: Kafka Streams revives a corrupted task
 * with the processors that it had, and a clock that stayed ahead would refuse the records that are
 * read again.
 *
 * <p>Why results stay exact although nobody stores this clock: a record is accepted by a rule on
 * the record itself, and within a partition no accepted record belongs to a window that an earlier
 * record has closed ({@link io.heliometer.common.time.Lateness}). So a clock that is behind, as it
 * is after a restart, can only close a window later, never accept a record that it should not. What
 * was emitted, what was deleted from the store and how far the input was read were committed
 * together, so no window is emitted twice either.
 *
 * <p>Kafka Streams' own clock, stream time, is not used. It is the maximum of the extracted
 * timestamps, so an extractor would have to know which records are accepted; the timestamps also
 * travel into sinks and changelogs, where a broker refuses those more than an hour ahead of its own
 * clock ({@code message.timestamp.after.max.ms}); and a record with a negative one is skipped.
 */
public final class EventTime {
    /**
     * Keeps the timestamp that the record has on its topic, so that Kafka's own metrics, such as
     * {@code record-e2e-latency}, stay true. Raised to 0, because Kafka Streams skips a record with
     * a negative timestamp, with no more than a warning.
     */
    static final TimestampExtractor TRANSPORT_TIME =
            (message, partitionTime) -> Math.max(0, message.timestamp());

    /** Stands for "before all time": no window has been closed by this clock. */
    public static final long BEGINNING = Long.MIN_VALUE;

    private final long windowMillis;
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
     * Moves the clock and returns whether it passed the end of a window. One comparison for nearly
     * all records. True for the first record after a start: windows may wait in the restored store.
     *
     * @param watermarkMillis no accepted record at or before it will follow
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
}
