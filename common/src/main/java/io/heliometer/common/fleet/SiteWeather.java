package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * Everything about one site that no tick changes; makes the {@link SiteState} of any tick.
 * Immutable.
 */
final class SiteWeather {
    private static final double LEAST_CLOUD_SPEED = 8;
    private static final double HIGHEST_CLOUD_SPEED = 12;

    private static final double OLDEST_YEARS = 12;
    /** Median of crystalline silicon (Jordan and Kurtz 2013, doi 10.1002/pip.1182). */
    private static final double LOSS_PER_YEAR = 0.005;

    private final Site site;
    private final Air air;
    private final SkyChain sky;
    private final CloudField clouds;
    private final Soiling soiling;
    private final Snow snow;
    private final GridLimit gridLimit;
    private final double ageYears;
    private final double cloudSpeed;
    private final double eastwards;
    private final double northwards;

    SiteWeather(long seed, int number) {
        site = Site.of(seed, number);
        air = new Air(seed, number, site);
        sky = new SkyChain(seed, number);
        clouds = new CloudField(CounterRandom.bits(seed, number, 0, Channel.CLOUD_FIELD));
        soiling = new Soiling(seed, number, sky);
        snow = new Snow(seed, number, site, air);
        gridLimit = new GridLimit(seed, number);
        ageYears = Site.between(0, OLDEST_YEARS, CounterRandom.bits(seed, number, 0, Channel.AGE));
        cloudSpeed = Site.between(
                LEAST_CLOUD_SPEED,
                HIGHEST_CLOUD_SPEED,
                CounterRandom.bits(seed, number, 0, Channel.CLOUD_SPEED));
        double direction = 2
                * StrictMath.PI
                * CounterRandom.unit(CounterRandom.bits(seed, number, 0, Channel.CLOUD_DIRECTION));
        eastwards = StrictMath.sin(direction);
        northwards = StrictMath.cos(direction);
    }

    /** Returns the state of the site at a tick: a pure function. */
    SiteState at(long tick) {
        return new SiteState(this, tick);
    }

    Site site() {
        return site;
    }

    Air air() {
        return air;
    }

    SkyChain sky() {
        return sky;
    }

    Soiling soiling() {
        return soiling;
    }

    Snow snow() {
        return snow;
    }

    GridLimit gridLimit() {
        return gridLimit;
    }

    /** Returns what is left of the panels' current after the years they have stood here. */
    double ageGain() {
        return 1 - LOSS_PER_YEAR * ageYears;
    }

    /** Returns the cloud field over a place, m from the site's middle, at a time, s. */
    double cloudField(double eastMetres, double northMetres, double seconds) {
        double along = eastMetres * eastwards + northMetres * northwards - cloudSpeed * seconds;
        double across = northMetres * eastwards - eastMetres * northwards;
        return clouds.at(along, across);
    }
}
