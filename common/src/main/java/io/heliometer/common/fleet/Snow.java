package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * Snow that fell in the night and slides off the panels by day. Each day stands for itself: what is
 * left in the evening is gone the next morning.
 *
 * <p>Source: Marion et al. 2013, doi 10.1016/j.solener.2013.07.016, as in pvlib {@code snow}: the
 * cover slides by 0.197 sin(tilt) an hour, and costs whole substrings.
 */
final class Snow {
    private static final double SLIDE_PER_HOUR = 0.197;
    private static final int TICKS_PER_DAY = 1440;
    private static final int TICKS_PER_HOUR = 60;
    /** From when the sun may move the cover, UTC: about sunrise in winter. */
    static final int FIRST_TICK = 7 * TICKS_PER_HOUR;

    private static final int NOON_TICK = 12 * TICKS_PER_HOUR;
    private static final double FALL_CHANCE = 0.25;
    private static final double FREEZING_CELSIUS = 0.5;
    /** It slides where air is warmer than -POA/80; at 400 W/m2, a winter's noon, -5 degC. */
    private static final double STUCK_CELSIUS = -5;

    private final long seed;
    private final int number;
    private final Air air;
    private final double slidePerTick;

    Snow(long seed, int number, Site site, Air air) {
        this.seed = seed;
        this.number = number;
        this.air = air;
        slidePerTick = SLIDE_PER_HOUR
                * StrictMath.sin(StrictMath.toRadians(site.tiltDegrees()))
                / TICKS_PER_HOUR;
    }

    /** Returns how much of each panel is covered, 0..1. */
    double coverage(long tick) {
        long day = Math.floorDiv(tick, TICKS_PER_DAY);
        if (!fellOn(day)) {
            return 0;
        }
        long since = tick - (day * TICKS_PER_DAY + FIRST_TICK);
        if (since <= 0 || air.ambientCelsius(day * TICKS_PER_DAY + NOON_TICK) < STUCK_CELSIUS) {
            return 1;
        }
        return Math.max(1 - since * slidePerTick, 0);
    }

    /** Returns whether snow lies on a day's morning. */
    boolean fellOn(long day) {
        return CounterRandom.unit(CounterRandom.bits(seed, number, day, Channel.SNOW)) < FALL_CHANCE
                && air.ambientCelsius(day * TICKS_PER_DAY + FIRST_TICK) < FREEZING_CELSIUS;
    }

    /** Returns the first tick of a day on which it fell without any cover, or the day's end. */
    long clearTick(long day) {
        long end = (day + 1) * TICKS_PER_DAY;
        long tick = day * TICKS_PER_DAY + FIRST_TICK;
        while (tick < end && coverage(tick) > 0) {
            tick++;
        }
        return tick;
    }

    /**
     * Returns the share of DC power lost: whole substrings of those that lie across the slope.
     *
     * @param substrings in a panel
     */
    static double dcLoss(double coverage, int substrings) {
        return Math.ceil(coverage * substrings) / substrings;
    }
}
