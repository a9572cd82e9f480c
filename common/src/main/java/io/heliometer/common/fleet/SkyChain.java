package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * How the sky over a site changes from hour to hour: a chain of {@link Sky} states that last 2 to 6
 * hours each. Each day is drawn anew from its own hash, so any hour can be asked for by itself; the
 * seam is at midnight UTC, when no panel sees it.
 */
final class SkyChain {
    private static final int TICKS_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;
    private static final int SHORTEST_HOURS = 2;
    private static final int LENGTHS = 5;
    /** More than the longest possible chain of a day, so that days never share draws. */
    private static final int STEPS_PER_DAY = 32;

    private final long seed;
    private final int site;

    /** Hours under one sky: its state, and the number of its draw. */
    private record Spell(Sky sky, long step) {}

    SkyChain(long seed, int site) {
        this.seed = seed;
        this.site = site;
    }

    /** Returns the mean clear-sky index around a tick: hourly values, joined by straight lines. */
    double mean(long tick) {
        long hour = Math.floorDiv(tick, TICKS_PER_HOUR);
        double share = (double) Math.floorMod(tick, TICKS_PER_HOUR) / TICKS_PER_HOUR;
        double now = hourlyMean(hour);
        return now + share * (hourlyMean(hour + 1) - now);
    }

    /** Returns the state of the sky in an hour, counted from 1970 UTC. */
    Sky sky(long hour) {
        return spell(hour).sky;
    }

    private double hourlyMean(long hour) {
        Spell spell = spell(hour);
        return spell.sky.mean(unit(spell.step, Channel.SKY_LEVEL));
    }

    private Spell spell(long hour) {
        long day = Math.floorDiv(hour, HOURS_PER_DAY);
        int hourOfDay = Math.floorMod(hour, HOURS_PER_DAY);
        Sky sky = Sky.first(unit(day, Channel.SKY_START));
        long step = day * STEPS_PER_DAY;
        int end = length(step);
        while (end <= hourOfDay) {
            sky = sky.next(unit(step, Channel.SKY_NEXT));
            step++;
            end += length(step);
        }
        return new Spell(sky, step);
    }

    private int length(long step) {
        return SHORTEST_HOURS
                + CounterRandom.below(
                        CounterRandom.bits(seed, site, step, Channel.SKY_STEP), LENGTHS);
    }

    private double unit(long counter, int channel) {
        return CounterRandom.unit(CounterRandom.bits(seed, site, counter, channel));
    }
}
