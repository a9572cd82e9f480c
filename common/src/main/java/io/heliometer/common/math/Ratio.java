package io.heliometer.common.math;

/** Exact integer division, rounded half up: the only division after the generator. */
public final class Ratio {
    private static final long MILLION = 1_000_000L;

    private Ratio() {}

    /**
     * Returns {@code floorDiv(2n + d, 2d)}, which is n/d rounded half up (towards positive
     * infinity).
     *
     * @throws ArithmeticException if an intermediate value does not fit in 64 bits
     * @throws IllegalArgumentException if {@code denominator < 1}
     */
    public static long div(long numerator, long denominator) {
        if (denominator < 1) {
            throw new IllegalArgumentException("denominator must be >= 1, was " + denominator);
        }
        long twice = Math.addExact(Math.multiplyExact(2L, numerator), denominator);
        return Math.floorDiv(twice, Math.multiplyExact(2L, denominator));
    }

    /** Returns numerator/denominator in parts per million, rounded half up. */
    public static long ppm(long numerator, long denominator) {
        return div(Math.multiplyExact(numerator, MILLION), denominator);
    }
}
