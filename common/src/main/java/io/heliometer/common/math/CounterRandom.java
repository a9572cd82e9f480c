package io.heliometer.common.math;

/**
 * Counter-based random numbers: each draw is a hash of its coordinates, so it does not depend on
 * which thread draws it or in which order. Channels keep draws for different purposes independent.
 */
public final class CounterRandom {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private CounterRandom() {}

    /** Returns 64 uniform bits for (seed, entity, tick, channel). */
    public static long bits(long seed, long entity, long tick, int channel) {
        long z = mix(seed + GOLDEN_GAMMA * (channel + 1L));
        z = mix(z ^ (entity * GOLDEN_GAMMA));
        return mix(z + tick * GOLDEN_GAMMA);
    }

    /** Returns a uniform double in [0, 1) made of the upper 53 of the bits. */
    public static double unit(long bits) {
        return (bits >>> 11) * TWO_TO_MINUS_53;
    }

    /**
     * Returns a uniform int in [0, bound) from the upper 32 of the bits (multiply-shift, bias below
     * 2^-32 * bound).
     */
    public static int below(long bits, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be >= 1, was " + bound);
        }
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014): a bijection on 64 bits. */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
