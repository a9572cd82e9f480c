package io.heliometer.common.time;

import io.heliometer.common.model.PanelReading;

/**
 * The lateness rule: a property of the record, not of an engine's state. A record is on time iff
 * {@code 0 <= receivedTime - eventTime <= allowed}. Because a partition is written in receivedTime
 * order, no accepted record is ever behind {@link #watermarkMillis} of its own partition.
 *
 * @param allowedMillis L, ms
 */
public record Lateness(long allowedMillis) {
    /** The allowed lateness of the specification: L = 120 s. */
    public static final Lateness SPEC = new Lateness(120_000);

    public Lateness {
        if (allowedMillis < 0) {
            throw new IllegalArgumentException("allowedMillis must be >= 0, was " + allowedMillis);
        }
    }

    /** Returns whether the reading claims to be from after its own arrival. */
    public boolean isFuture(PanelReading reading) {
        return reading.eventTimeMillis() > reading.receivedTimeMillis();
    }

    /** Returns whether the reading arrived more than L after its event time. */
    public boolean isLate(PanelReading reading) {
        return reading.receivedTimeMillis() - reading.eventTimeMillis() > allowedMillis;
    }

    /**
     * Returns {@code max - L - 1}: no accepted record of the partition is at or before it any more.
     */
    public long watermarkMillis(long maxAcceptedEventTimeMillis) {
        return maxAcceptedEventTimeMillis - allowedMillis - 1;
    }
}
