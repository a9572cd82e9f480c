package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

import org.jspecify.annotations.Nullable;

/**
 * Dust on the panels of a site, by Kimber: after two weeks of grace the loss grows by a constant a
 * day, until rain or a crew washes it off. Any tick can be asked for by itself; what one day's
 * search found is kept, which changes no answer.
 *
 * <p>Source: Kimber et al. 2006, doi 10.1109/WCPEC.2006.279690, as in pvlib {@code soiling.kimber}.
 */
final class Soiling {
    static final long NEVER = Long.MIN_VALUE;
    private static final double LOSS_PER_DAY = 0.0015;
    private static final double GRACE_DAYS = 14;
    private static final double MOST = 0.3;
    private static final long TICKS_PER_DAY = 1440;
    private static final long TICKS_PER_HOUR = 60;
    /** From here on the loss is at its most. */
    private static final int DAYS_TO_MOST = (int) (GRACE_DAYS + MOST / LOSS_PER_DAY) + 1;
    /** Share of days on which a crew comes: once in seven months. */
    private static final double WASH_CHANCE = 1 / 210.0;
    /** Share of overcast days that bring more than 6 mm, Kimber's threshold; dry to wet sites. */
    private static final double LEAST_RAIN_CHANCE = 0.06;

    private static final double MOST_RAIN_CHANCE = 0.35;
    private static final int FIRST_RAIN_HOUR = 4;
    private static final int LAST_RAIN_HOUR = 20;
    private static final long FIRST_WASH_TICK = 8 * TICKS_PER_HOUR;
    private static final long WASH_TICKS = 6 * TICKS_PER_HOUR;

    private final long seed;
    private final int site;
    private final SkyChain sky;
    private final double rainChance;
    private volatile @Nullable Day latest;

    /** What one day brings, and the last cleaning before it; ticks, {@link #NEVER} if none. */
    private record Day(long day, long rainTick, long washTick, long cleaningTick) {}

    Soiling(long seed, int site, SkyChain sky) {
        this.seed = seed;
        this.site = site;
        this.sky = sky;
        rainChance = Site.between(
                LEAST_RAIN_CHANCE,
                MOST_RAIN_CHANCE,
                CounterRandom.bits(seed, site, 0, Channel.RAIN_CLIMATE));
    }

    /** Returns the loss of light, 0..0.3. */
    double loss(long tick) {
        Day day = day(Math.floorDiv(tick, TICKS_PER_DAY));
        long cleaned = Math.max(
                day.cleaningTick,
                Math.max(notAfter(day.rainTick, tick), notAfter(day.washTick, tick)));
        return loss((double) (tick - cleaned) / TICKS_PER_DAY);
    }

    /** Returns the loss of light this many days after a cleaning: min(0.3, 0.0015 a day). */
    static double loss(double daysSinceCleaning) {
        return Math.min(Math.max(daysSinceCleaning - GRACE_DAYS, 0) * LOSS_PER_DAY, MOST);
    }

    /**
     * Returns when heavy rain begins on a day, at the first overcast hour; {@link #NEVER} if not.
     */
    long rainTick(long day) {
        if (unit(day, Channel.RAIN) >= rainChance) {
            return NEVER;
        }
        for (int hour = FIRST_RAIN_HOUR; hour <= LAST_RAIN_HOUR; hour++) {
            if (sky.sky(day * 24 + hour) == Sky.OVERCAST) {
                return day * TICKS_PER_DAY + hour * TICKS_PER_HOUR;
            }
        }
        return NEVER;
    }

    /** Returns when a crew washes the panels on a day; {@link #NEVER} if none comes. */
    long washTick(long day) {
        double unit = unit(day, Channel.WASH);
        return unit < WASH_CHANCE
                ? day * TICKS_PER_DAY + FIRST_WASH_TICK + (long) (unit / WASH_CHANCE * WASH_TICKS)
                : NEVER;
    }

    private Day day(long number) {
        Day known = latest;
        if (known == null || known.day != number) {
            known = new Day(number, rainTick(number), washTick(number), search(number));
            latest = known;
        }
        return known;
    }

    private long search(long day) {
        for (long earlier = day - 1; earlier > day - DAYS_TO_MOST; earlier--) {
            long cleaned = Math.max(rainTick(earlier), washTick(earlier));
            if (cleaned != NEVER) {
                return cleaned;
            }
        }
        return (day - DAYS_TO_MOST) * TICKS_PER_DAY;
    }

    private static long notAfter(long event, long tick) {
        return event <= tick ? event : NEVER;
    }

    private double unit(long day, int channel) {
        return CounterRandom.unit(CounterRandom.bits(seed, site, day, channel));
    }
}
