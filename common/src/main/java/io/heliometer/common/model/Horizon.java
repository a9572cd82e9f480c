package io.heliometer.common.model;

/**
 * The event-time span of a run, half-open.
 *
 * @param startMillis first event time inside, ms UTC
 * @param endMillis first event time after, ms UTC
 */
public record Horizon(long startMillis, long endMillis) {
    /** How far behind the end the end-of-stream markers stand. */
    private static final long FLUSH_DISTANCE_MILLIS = 2L * 86_400_000L;

    public Horizon {
        if (endMillis <= startMillis) {
            throw new IllegalArgumentException(
                    "endMillis must be > startMillis, was " + endMillis + " <= " + startMillis);
        }
    }

    /** Returns whether the event time lies in {@code [start, end)}. */
    public boolean contains(long eventTimeMillis) {
        return startMillis <= eventTimeMillis && eventTimeMillis < endMillis;
    }

    /** Returns the time that end-of-stream markers carry: end + 2 days. */
    public long flushTimeMillis() {
        return endMillis + FLUSH_DISTANCE_MILLIS;
    }

    /** Returns end - start, ms. */
    public long lengthMillis() {
        return endMillis - startMillis;
    }
}
