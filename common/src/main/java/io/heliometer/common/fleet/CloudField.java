package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * A smooth random pattern that the wind carries across a site: three octaves of value noise,
 * readable at any place and time without state. Lengths and weights are calibrated on the 1 s
 * pyranometer network HOPE-Melpitz: steps of 1 s to 60 s match in size and in correlation over
 * distance.
 *
 * <p>An exponential covariance (Ornstein-Uhlenbeck) would be about ten times too rough at 1 s.
 */
final class CloudField {
    /** The field lies within +- this: half the sum of the weights. */
    static final double BOUND = 0.975;

    private static final double LARGE_METRES = 1500;
    private static final double MIDDLE_METRES = 500;
    private static final double SMALL_METRES = 170;
    private static final double LARGE_WEIGHT = 1;
    private static final double MIDDLE_WEIGHT = 0.6;
    private static final double SMALL_WEIGHT = 0.35;

    private final long largeSeed;
    private final long middleSeed;
    private final long smallSeed;

    CloudField(long seed) {
        largeSeed = CounterRandom.bits(seed, 0, 0, Channel.CLOUD_FIELD);
        middleSeed = CounterRandom.bits(seed, 1, 0, Channel.CLOUD_FIELD);
        smallSeed = CounterRandom.bits(seed, 2, 0, Channel.CLOUD_FIELD);
    }

    /** Returns the field, within +-{@link #BOUND}, at a place in the frame of the moving air, m. */
    double at(double alongMetres, double acrossMetres) {
        double large =
                Noise.plane(largeSeed, alongMetres / LARGE_METRES, acrossMetres / LARGE_METRES);
        double middle =
                Noise.plane(middleSeed, alongMetres / MIDDLE_METRES, acrossMetres / MIDDLE_METRES);
        double small =
                Noise.plane(smallSeed, alongMetres / SMALL_METRES, acrossMetres / SMALL_METRES);
        return LARGE_WEIGHT * (large - 0.5)
                + MIDDLE_WEIGHT * (middle - 0.5)
                + SMALL_WEIGHT * (small - 0.5);
    }
}
