package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * What the grid's operator lets a site feed in: on some days, for a while, only a share of the
 * rated power. Operation, not a fault: it is the same in a healthy fleet.
 */
final class GridLimit {
    static final int UNLIMITED_PPM = 1_000_000;
    private static final long TICKS_PER_DAY = 1440;
    private static final double CHANCE_PER_DAY = 0.15;
    private static final int FIRST_TICK = 8 * 60;
    private static final int START_TICKS = 6 * 60;
    private static final long LEAST_TICKS = 30;
    private static final int MORE_TICKS = 90;
    /** SunSpec's WMaxLimPct in steps of ten: 30 to 80 %. */
    private static final int LEAST_PPM = 300_000;

    private static final int STEP_PPM = 100_000;
    private static final int STEPS = 6;

    private final long seed;
    private final int site;

    GridLimit(long seed, int site) {
        this.seed = seed;
        this.site = site;
    }

    /** A limit that holds from one tick to another. */
    record Order(long startTick, long endTick, int limitPpm) {}

    /** Returns the limit of a day; one of 100 % and no length if there is none. */
    Order on(long day) {
        if (CounterRandom.unit(bits(day, 0)) >= CHANCE_PER_DAY) {
            return new Order(0, 0, UNLIMITED_PPM);
        }
        long start =
                day * TICKS_PER_DAY + FIRST_TICK + CounterRandom.below(bits(day, 1), START_TICKS);
        long length = LEAST_TICKS + CounterRandom.below(bits(day, 2), MORE_TICKS);
        int limit = LEAST_PPM + STEP_PPM * CounterRandom.below(bits(day, 3), STEPS);
        return new Order(start, start + length, limit);
    }

    /** Returns the limit at a tick, ppm of the rated power. */
    int limitPpm(long tick) {
        Order order = on(Math.floorDiv(tick, TICKS_PER_DAY));
        return order.startTick <= tick && tick < order.endTick ? order.limitPpm : UNLIMITED_PPM;
    }

    private long bits(long day, int draw) {
        return CounterRandom.bits(seed, site, 4 * day + draw, Channel.GRID_LIMIT);
    }
}
