package io.heliometer.common.fleet;

/**
 * One site at one tick: sun, air and sky computed once, so that each string costs arithmetic only.
 */
final class SiteState {
    private static final double SECONDS_PER_TICK = 60;
    /** The lag looks at the middles of ten two-minute steps: finer ones change less than 0.1 K. */
    private static final int LAG_STEPS = 10;

    private static final double LAG_STEP_SECONDS = ThermalLag.WINDOW_SECONDS / LAG_STEPS;

    private final SiteWeather weather;
    private final long tick;
    private final SunOnPlane sun;
    private final double meanIndex;
    private final double ambientCelsius;
    private final double windMetresPerSecond;
    private final double moduleCelsius;
    private final double clean;
    private final double snowCoverage;
    private final int limitPpm;

    SiteState(SiteWeather weather, long tick) {
        this.weather = weather;
        this.tick = tick;
        sun = new SunOnPlane(weather.site(), tick);
        meanIndex = weather.sky().mean(tick);
        ambientCelsius = weather.air().ambientCelsius(tick);
        windMetresPerSecond = weather.air().windMetresPerSecond(tick);
        clean = 1 - weather.soiling().loss(tick);
        snowCoverage = weather.snow().coverage(tick);
        limitPpm = weather.gridLimit().limitPpm(tick);
        moduleCelsius =
                CellTemperature.faiman(laggedIrradiance(), ambientCelsius, windMetresPerSecond);
    }

    long tick() {
        return tick;
    }

    /** Returns the air temperature, degC. */
    double ambientCelsius() {
        return ambientCelsius;
    }

    /** Returns the wind speed at module height, m/s. */
    double windMetresPerSecond() {
        return windMetresPerSecond;
    }

    /**
     * Returns the temperature of the site's modules, degC; it follows the irradiance in the middle
     * of the site.
     */
    double moduleCelsius() {
        return moduleCelsius;
    }

    /**
     * Returns irradiance in the plane of array at a place, m from the site's middle; W/m2, 0 at
     * night.
     */
    double irradiance(double eastMetres, double northMetres) {
        if (sun.isNight()) {
            return 0;
        }
        return sun.irradiance(clearSkyIndex(eastMetres, northMetres, tick * SECONDS_PER_TICK));
    }

    /**
     * Returns irradiance at a place as the cells get it, W/m2: through glass and dust, 0 at night.
     */
    double effectiveIrradiance(double eastMetres, double northMetres) {
        if (sun.isNight()) {
            return 0;
        }
        double kc = clearSkyIndex(eastMetres, northMetres, tick * SECONDS_PER_TICK);
        return sun.effectiveIrradiance(kc) * clean;
    }

    /** Returns the irradiance that the cells would get under a cloudless sky, W/m2. */
    double clearEffectiveIrradiance() {
        return sun.effectiveIrradiance(1) * clean;
    }

    /** Returns where the sun stands from north over east, degrees. */
    double sunAzimuthDegrees() {
        return sun.azimuthDegrees();
    }

    /** Returns what is left of the panels' current after the years they have stood here. */
    double ageGain() {
        return weather.ageGain();
    }

    /** Returns how much of each panel is under snow, 0..1. */
    double snowCoverage() {
        return snowCoverage;
    }

    /** Returns how much of its rated power the site may feed in, ppm. */
    int limitPpm() {
        return limitPpm;
    }

    private double clearSkyIndex(double eastMetres, double northMetres, double seconds) {
        return KcMarginal.TABLE.kc(weather.cloudField(eastMetres, northMetres, seconds), meanIndex);
    }

    /** The past 20 minutes of clouds under the present sun, which moves 5 degrees in that time. */
    private double laggedIrradiance() {
        if (sun.isNight()) {
            return 0;
        }
        double[] indexes = new double[LAG_STEPS];
        for (int i = 0; i < LAG_STEPS; i++) {
            indexes[i] =
                    clearSkyIndex(0, 0, tick * SECONDS_PER_TICK - (i + 0.5) * LAG_STEP_SECONDS);
        }
        double decay = ThermalLag.decayPerSecond(windMetresPerSecond, ThermalLag.UNIT_MASS);
        return sun.irradiance(ThermalLag.mean(indexes, StrictMath.exp(-decay * LAG_STEP_SECONDS)));
    }
}
