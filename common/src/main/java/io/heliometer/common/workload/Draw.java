package io.heliometer.common.workload;

import io.heliometer.common.math.CounterRandom;

/**
 * The random decisions about one record, each from a channel of its own. The channels of the fleet
 * are below 100, so weather and disorder never share a draw.
 */
enum Draw {
    PHASE(100),
    SKEW_CHOICE(101),
    SKEW_AMOUNT(102),
    DELAY_CHOICE(103),
    DELAY_AMOUNT(104),
    DUPLICATE_CHOICE(105),
    DUPLICATE_DELAY(106),
    SPOIL_CHOICE(107),
    SPOIL_DETAIL(108),
    REGISTRY_CHOICE(109),
    REGISTRY_DETAIL(110);

    private static final int MILLION = 1_000_000;

    private final int channel;

    Draw(int channel) {
        this.channel = channel;
    }

    /** Returns a uniform int in [0, bound). */
    int below(long seed, long entity, long tick, int bound) {
        return CounterRandom.below(CounterRandom.bits(seed, entity, tick, channel), bound);
    }

    /** Returns a uniform int in [0, 1e6), to be compared with shares in ppm. */
    int ppm(long seed, long entity, long tick) {
        return below(seed, entity, tick, MILLION);
    }
}
