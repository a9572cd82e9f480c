package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/** Air temperature and wind at a site: smooth in time, typical of the place, season and hour. */
final class Air {
    private static final double TICKS_PER_HOUR = 60;
    private static final double TICKS_PER_DAY = 1440;
    private static final double TICKS_PER_YEAR = 365.2425 * TICKS_PER_DAY;
    private static final double TWO_PI = 2 * StrictMath.PI;
    private static final double HOURS_PER_DEGREE = 1 / 15.0;

    /**
     * Annual mean at 35 degrees north and sea level; it falls by these amounts northwards and
     * upwards.
     */
    private static final double MEAN_CELSIUS = 18;

    private static final double KELVIN_PER_DEGREE_NORTH = 0.55;
    private static final double KELVIN_PER_METRE = 0.0065;
    private static final double SEASON_KELVIN = 9;
    private static final double WARMEST_DAY_OF_YEAR = 204;
    private static final double DAY_KELVIN = 5;
    private static final double WARMEST_HOUR = 15;
    /** Width of the changes from air mass to air mass, and how long one lasts. */
    private static final double DRIFT_KELVIN = 8;

    private static final double DRIFT_TICKS = 1.5 * TICKS_PER_DAY;

    private static final double LEAST_WIND = 0.5;
    private static final double SLOW_WIND = 4;
    private static final double SLOW_WIND_TICKS = 3 * TICKS_PER_HOUR;
    private static final double FAST_WIND = 2;
    private static final double FAST_WIND_TICKS = 20;

    private final double meanCelsius;
    private final double solarTimeTicks;
    private final long ambientSeed;
    private final long slowWindSeed;
    private final long fastWindSeed;

    Air(long seed, int site, Site place) {
        meanCelsius = MEAN_CELSIUS
                - KELVIN_PER_DEGREE_NORTH * (place.latitudeDegrees() - 35)
                - KELVIN_PER_METRE * place.altitudeMetres();
        solarTimeTicks = place.longitudeDegrees() * HOURS_PER_DEGREE * TICKS_PER_HOUR;
        ambientSeed = CounterRandom.bits(seed, site, 0, Channel.AMBIENT);
        slowWindSeed = CounterRandom.bits(seed, site, 0, Channel.WIND);
        fastWindSeed = CounterRandom.bits(seed, site, 1, Channel.WIND);
    }

    /** Returns the air temperature, degC. */
    double ambientCelsius(long tick) {
        double year = (tick - (WARMEST_DAY_OF_YEAR - 1) * TICKS_PER_DAY) / TICKS_PER_YEAR;
        double day = (tick + solarTimeTicks - WARMEST_HOUR * TICKS_PER_HOUR) / TICKS_PER_DAY;
        return meanCelsius
                + SEASON_KELVIN * StrictMath.cos(TWO_PI * (year - Math.floor(year)))
                + DAY_KELVIN * StrictMath.cos(TWO_PI * (day - Math.floor(day)))
                + DRIFT_KELVIN * (Noise.line(ambientSeed, tick / DRIFT_TICKS) - 0.5);
    }

    /** Returns the wind speed at module height, m/s, 0.5..6.5. */
    double windMetresPerSecond(long tick) {
        return LEAST_WIND
                + SLOW_WIND * Noise.line(slowWindSeed, tick / SLOW_WIND_TICKS)
                + FAST_WIND * Noise.line(fastWindSeed, tick / FAST_WIND_TICKS);
    }
}
