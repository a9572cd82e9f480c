package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * Smooth value noise: random lattice values in 0..1 with quintic interpolation (Perlin 2002)
 * between them.
 */
final class Noise {
    private static final long Y_STEP = 0xd1b54a32d192ed03L;
    private static final long X_STEP = 0x9e3779b97f4a7c15L;

    private Noise() {}

    /** Returns noise in 0..1 on a line; lattice points at the integers. */
    static double line(long seed, double x) {
        long cell = (long) Math.floor(x);
        long at = seed + cell * X_STEP;
        double low = lattice(at);
        return low + fade(x - cell) * (lattice(at + X_STEP) - low);
    }

    /** Returns noise in 0..1 in a plane; lattice points at integer coordinates. */
    static double plane(long seed, double x, double y) {
        long cellX = (long) Math.floor(x);
        long cellY = (long) Math.floor(y);
        long at = seed + cellX * X_STEP + cellY * Y_STEP;
        double fadeX = fade(x - cellX);
        double south = row(at, fadeX);
        double north = row(at + Y_STEP, fadeX);
        return south + fade(y - cellY) * (north - south);
    }

    private static double row(long at, double fadeX) {
        double west = lattice(at);
        return west + fadeX * (lattice(at + X_STEP) - west);
    }

    private static double lattice(long at) {
        return CounterRandom.unit(CounterRandom.mix(at));
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
