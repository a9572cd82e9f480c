package io.heliometer.kinesislocal;

/**
 * A rate limit: a bucket that holds one second's worth, is full at first and fills at a steady
 * rate. Counts thousandths, so that a millisecond's share is a whole number.
 */
final class TokenBucket {
    private static final long SCALE = 1000;

    private final long perSecond;
    private long level;
    private long filledAtMillis;

    TokenBucket(long perSecond, long nowMillis) {
        this.perSecond = perSecond;
        this.level = perSecond * SCALE;
        this.filledAtMillis = nowMillis;
    }

    /** Lets time pass. */
    void fill(long nowMillis) {
        long elapsed = Math.max(0, nowMillis - filledAtMillis);
        // A second fills it from empty; the bound keeps the product small after a long pause.
        long gained = Math.min(elapsed, SCALE * SCALE) * perSecond;
        level = Math.min(perSecond * SCALE, level + gained);
        filledAtMillis = Math.max(filledAtMillis, nowMillis);
    }

    /**
     * Returns whether this much may pass now. What is larger than a full bucket passes when the
     * bucket is full, and leaves a debt: so a record above 1 MiB can be put at all, as with the
     * service.
     */
    boolean admits(long amount) {
        return level >= Math.min(amount, perSecond) * SCALE;
    }

    /** Returns whether anything is left; for what is known only afterwards. */
    boolean isPositive() {
        return level > 0;
    }

    /** Takes out what has passed, even into debt. */
    void take(long amount) {
        level -= amount * SCALE;
    }
}
