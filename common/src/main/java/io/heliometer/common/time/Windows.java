package io.heliometer.common.time;

/** Tumbling windows {@code [k*size, (k+1)*size)}, aligned to the epoch. */
public final class Windows {
    /** Five minutes, ms. */
    public static final long FIVE_MINUTES_MILLIS = 300_000;

    private Windows() {}

    /** Returns the start of the window that holds the time; correct before 1970 too. */
    public static long startOf(long timeMillis, long sizeMillis) {
        if (sizeMillis < 1) {
            throw new IllegalArgumentException("sizeMillis must be >= 1, was " + sizeMillis);
        }
        return Math.floorDiv(timeMillis, sizeMillis) * sizeMillis;
    }

    /**
     * Returns whether the window is complete at this watermark: its last millisecond has passed.
     */
    public static boolean isClosed(long startMillis, long sizeMillis, long watermarkMillis) {
        return startMillis + sizeMillis - 1 <= watermarkMillis;
    }
}
