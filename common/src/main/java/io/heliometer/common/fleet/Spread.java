package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * How panels of one type differ, for good: mismatch in current and voltage, and how well the air
 * reaches them. Triangular distributions; their bits are drawn once per panel and read.
 */
final class Spread {
    /**
     * A measured plant stood 2 to 3 % below its datasheet with a spread of 1.5 % in V and in I
     * (Sandia, 6 kW).
     */
    private static final double CURRENT_GAIN = 0.98;

    private static final double CURRENT_SPREAD = 0.03;
    private static final double VOLTAGE_GAIN = 0.99;
    private static final double VOLTAGE_SPREAD = 0.02;
    private static final double TEMPERATURE_SPREAD_KELVIN = 1.5;

    private Spread() {}

    /** Returns the bits of a panel that the others here read. */
    static long bits(long seed, int device) {
        return CounterRandom.bits(seed, device, 0, Channel.PANEL_SPREAD);
    }

    static double currentGain(long bits) {
        return CURRENT_GAIN + CURRENT_SPREAD * triangle(bits, 0);
    }

    static double voltageGain(long bits) {
        return VOLTAGE_GAIN + VOLTAGE_SPREAD * triangle(bits, 21);
    }

    static double kelvin(long bits) {
        return TEMPERATURE_SPREAD_KELVIN * triangle(bits, 42);
    }

    /** Returns a triangular number within +-1 from 20 of the bits: the sum of two uniform ones. */
    static double triangle(long bits, int shift) {
        int sum = (int) (bits >>> shift & 0x3ff) + (int) (bits >>> (shift + 10) & 0x3ff);
        return (sum - 1023) / 1023.0;
    }
}
