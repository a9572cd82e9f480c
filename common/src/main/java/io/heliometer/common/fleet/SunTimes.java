package io.heliometer.common.fleet;

import io.heliometer.common.model.SunDay;

/**
 * When the sun rises and sets: the whole seconds at which its upper limb crosses the refracted
 * horizon, found by bisection on both sides of solar noon.
 */
final class SunTimes {
    static final long DAY_MILLIS = 86_400_000;
    /** Refraction and the sun's radius at the horizon, degrees: the usual definition. */
    private static final double HORIZON_DEGREES = -0.833;

    private static final long DAY_SECONDS = 86_400;
    private static final long HALF_DAY_SECONDS = 43_200;
    private static final double SECONDS_PER_DEGREE = 240;

    private SunTimes() {}

    /**
     * Returns the sun's times at a site on a local day. The fleet stands between 35 and 50 degrees
     * north, where the sun rises and sets every day.
     */
    static SunDay of(Site site, int number, long day) {
        long noon = day * DAY_SECONDS
                + HALF_DAY_SECONDS
                - (long) Math.floor(site.longitudeDegrees() * SECONDS_PER_DEGREE);
        long sunrise = crossing(site, noon, noon - HALF_DAY_SECONDS);
        long sunset = crossing(site, noon, noon + HALF_DAY_SECONDS);
        return new SunDay(number, day, sunrise * 1000, sunset * 1000);
    }

    /** Returns the last second, seen from the light, at which the sun is up. */
    private static long crossing(Site site, long light, long dark) {
        long up = light;
        long down = dark;
        while (Math.abs(up - down) > 1) {
            long middle = Math.floorDiv(up + down, 2);
            if (isUp(site, middle)) {
                up = middle;
            } else {
                down = middle;
            }
        }
        return up;
    }

    private static boolean isUp(Site site, long unixSeconds) {
        return SolarPosition.at(
                                (double) unixSeconds,
                                site.latitudeDegrees(),
                                site.longitudeDegrees())
                        .elevationDegrees()
                > HORIZON_DEGREES;
    }
}
