package io.heliometer.common.fleet;

/**
 * What becomes of one sample on its way from the device to the gateway's sender. Compare with
 * {@link #NORMAL} and {@link #LOST} by identity or kind.
 *
 * @param kind whether it comes, and when
 * @param gapEndMillis for {@link Kind#BACKFILLED}: when the link is back and the sample can be
 *     sent, ms UTC; else 0
 */
public record Delivery(Kind kind, long gapEndMillis) {
    /** The sample goes its usual way. */
    public static final Delivery NORMAL = new Delivery(Kind.NORMAL, 0);

    /** The sample never comes. */
    public static final Delivery LOST = new Delivery(Kind.LOST, 0);

    /** How a sample comes. */
    public enum Kind {
        /** At once. */
        NORMAL,
        /** Never: the link was down and nobody kept it. */
        LOST,
        /** When the link is back: the device kept it. */
        BACKFILLED
    }

    /** Returns the delivery of a sample that waits for the end of a gap, ms UTC. */
    public static Delivery backfilled(long gapEndMillis) {
        return new Delivery(Kind.BACKFILLED, gapEndMillis);
    }
}
