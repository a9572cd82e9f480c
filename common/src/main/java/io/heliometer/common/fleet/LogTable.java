package io.heliometer.common.fleet;

/**
 * The natural logarithm by exponent and a knot table: arithmetic only after start-up, so the same
 * bits on every machine. Absolute error below 1.3e-7.
 */
final class LogTable {
    private static final int KNOT_BITS = 10;
    private static final int KNOTS = 1 << KNOT_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final int REST_BITS = MANTISSA_BITS - KNOT_BITS;
    private static final long REST_MASK = (1L << REST_BITS) - 1;
    private static final double REST_SCALE = 1.0 / (1L << REST_BITS);
    private static final double LN_2 = StrictMath.log(2);
    private static final double[] LN_KNOTS = knots();

    private LogTable() {}

    /** Returns ln x for a normal, positive x. */
    static double ln(double x) {
        long mantissa = Double.doubleToRawLongBits(x) & MANTISSA_MASK;
        int knot = (int) (mantissa >>> REST_BITS);
        double rest = (mantissa & REST_MASK) * REST_SCALE;
        double low = LN_KNOTS[knot];
        return Math.getExponent(x) * LN_2 + low + rest * (LN_KNOTS[knot + 1] - low);
    }

    private static double[] knots() {
        double[] knots = new double[KNOTS + 1];
        for (int i = 0; i <= KNOTS; i++) {
            knots[i] = StrictMath.log(1 + (double) i / KNOTS);
        }
        return knots;
    }
}
