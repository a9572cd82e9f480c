package io.heliometer.common.fleet;

/**
 * Where the sun stands, by the PSA algorithm with the 2020 coefficients: within 0.003 degrees of
 * the NREL SPA. Geometric, without refraction.
 *
 * <p>Source: Blanco et al. 2020, doi 10.1016/j.solener.2020.10.084, as in pvlib/solposx
 * {@code solarposition/psa.py}.
 *
 * @param zenithRadians angle from the vertical, 0..pi
 * @param azimuthRadians angle from north over east, 0..2 pi
 */
record SolarPosition(double zenithRadians, double azimuthRadians) {
    private static final double DAYS_FROM_1970_TO_2000_NOON = 10_957.5;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double TWO_PI = 2 * StrictMath.PI;
    private static final double DEGREE = StrictMath.PI / 180;
    /** Mean earth radius over the astronomical unit, both km. */
    private static final double PARALLAX = 6371.01 / 149_597_890;

    /**
     * Returns the position at a time, seen from a place.
     *
     * @param unixSeconds time, s since 1970 UTC
     * @param latitudeDegrees north positive
     * @param longitudeDegrees east positive
     */
    static SolarPosition at(double unixSeconds, double latitudeDegrees, double longitudeDegrees) {
        double n = unixSeconds / SECONDS_PER_DAY - DAYS_FROM_1970_TO_2000_NOON;
        double hours =
                (unixSeconds - SECONDS_PER_DAY * StrictMath.floor(unixSeconds / SECONDS_PER_DAY))
                        / 3600;
        double omega = 2.267127827 - 9.300339267e-4 * n;
        double lambda = eclipticLongitude(n, omega);
        double obliquity =
                4.090904909e-1 - 6.213605399e-9 * n + 4.418094944e-5 * StrictMath.cos(omega);
        double sinLambda = StrictMath.sin(lambda);
        double rightAscension =
                StrictMath.atan2(StrictMath.cos(obliquity) * sinLambda, StrictMath.cos(lambda));
        double sinDeclination = StrictMath.sin(obliquity) * sinLambda;
        double siderealHours = 6.697096103 + 6.570984737e-2 * n + hours;
        double hourAngle = (15 * siderealHours + longitudeDegrees) * DEGREE - rightAscension;
        return horizontal(sinDeclination, hourAngle, latitudeDegrees * DEGREE);
    }

    private static double eclipticLongitude(double n, double omega) {
        double meanLongitude = 4.895036035 + 1.720279602e-2 * n;
        double anomaly = 6.239468336 + 1.720200135e-2 * n;
        return meanLongitude
                + 3.338320972e-2 * StrictMath.sin(anomaly)
                + 3.497596876e-4 * StrictMath.sin(2 * anomaly)
                - 1.544353226e-4
                - 8.689729360e-6 * StrictMath.sin(omega);
    }

    private static SolarPosition horizontal(
            double sinDeclination, double hourAngle, double latitude) {
        double cosDeclination = StrictMath.sqrt(1 - sinDeclination * sinDeclination);
        double sinLatitude = StrictMath.sin(latitude);
        double cosLatitude = StrictMath.cos(latitude);
        double cosHour = StrictMath.cos(hourAngle);
        double zenith = StrictMath.acos(
                cosLatitude * cosHour * cosDeclination + sinDeclination * sinLatitude);
        double azimuth = StrictMath.atan2(
                -StrictMath.sin(hourAngle),
                sinDeclination / cosDeclination * cosLatitude - sinLatitude * cosHour);
        return new SolarPosition(
                zenith + PARALLAX * StrictMath.sin(zenith),
                azimuth < 0 ? azimuth + TWO_PI : azimuth);
    }

    /** Returns the geometric elevation over the horizon, degrees. */
    double elevationDegrees() {
        return 90 - zenithRadians / DEGREE;
    }

    /** Returns the azimuth from north over east, degrees. */
    double azimuthDegrees() {
        return azimuthRadians / DEGREE;
    }
}
