package io.heliometer.common.fleet;

/**
 * What the air does to the sun's path: pressure, refraction, airmass; and the irradiance above it.
 */
final class Atmosphere {
    static final double STANDARD_PRESSURE_PASCAL = 101_325;
    private static final double SOLAR_CONSTANT = 1366.1;
    private static final double DEGREE = StrictMath.PI / 180;
    /** The sun's upper limb touches the refracted horizon here, degrees (NREL SPA). */
    private static final double LOWEST_REFRACTED_ELEVATION = -0.83337;

    private Atmosphere() {}

    /**
     * Returns the pressure of the standard atmosphere, Pa, at an altitude in m (pvlib
     * {@code alt2pres}).
     */
    static double pressurePascal(double altitudeMetres) {
        return 100 * StrictMath.pow((44_331.514 - altitudeMetres) / 11_880.516, 1 / 0.1902632);
    }

    /**
     * Returns by how much refraction lifts the sun, degrees; 0 when it is below the horizon.
     *
     * <p>Source: Reda and Andreas 2004 (NREL SPA), as in pvlib/solposx {@code refraction.py}.
     */
    static double refractionDegrees(
            double elevationDegrees, double pressurePascal, double airCelsius) {
        if (elevationDegrees < LOWEST_REFRACTED_ELEVATION) {
            return 0;
        }
        double angle = (elevationDegrees + 10.3 / (elevationDegrees + 5.11)) * DEGREE;
        return pressurePascal
                / 101_000
                * (283 / (273 + airCelsius))
                * 1.02
                / (60 * StrictMath.tan(angle));
    }

    /**
     * Returns the relative airmass at an apparent zenith angle; infinite below the horizon.
     *
     * <p>Source: Kasten and Young 1989, doi 10.1364/AO.28.004735.
     */
    static double relativeAirmass(double zenithDegrees) {
        if (zenithDegrees > 90) {
            return Double.POSITIVE_INFINITY;
        }
        return 1
                / (StrictMath.cos(zenithDegrees * DEGREE)
                        + 0.50572 * StrictMath.pow(96.07995 - zenithDegrees, -1.6364));
    }

    /** Returns the airmass corrected for the pressure of the place. */
    static double absoluteAirmass(double relativeAirmass, double pressurePascal) {
        return relativeAirmass * pressurePascal / STANDARD_PRESSURE_PASCAL;
    }

    /**
     * Returns the normal irradiance above the atmosphere, W/m2.
     *
     * <p>Source: Spencer 1971, as in pvlib {@code get_extra_radiation(method="spencer")}.
     */
    static double extraterrestrial(int dayOfYear) {
        double b = 2 * StrictMath.PI * (dayOfYear - 1) / 365;
        return SOLAR_CONSTANT
                * (1.00011
                        + 0.034221 * StrictMath.cos(b)
                        + 0.00128 * StrictMath.sin(b)
                        + 0.000719 * StrictMath.cos(2 * b)
                        + 7.7e-5 * StrictMath.sin(2 * b));
    }
}
