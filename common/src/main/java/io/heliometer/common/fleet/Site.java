package io.heliometer.common.fleet;

import io.heliometer.common.math.CounterRandom;

/**
 * Where a site is and how its panels are mounted. Places lie in western and central Europe, close
 * enough in longitude that one start time is daylight at all of them.
 *
 * @param latitudeDegrees 35..50 north
 * @param longitudeDegrees -5..15 east
 * @param altitudeMetres 0..800
 * @param tiltDegrees of the panels from the horizontal, 20..40
 * @param azimuthDegrees the panels face, 150 (south-south-east)..210
 * @param turbidity Linke turbidity of the air, 2.5..4.5
 */
record Site(
        double latitudeDegrees,
        double longitudeDegrees,
        double altitudeMetres,
        double tiltDegrees,
        double azimuthDegrees,
        double turbidity) {
    /** Returns the site of this number in the fleet of this seed. */
    static Site of(long seed, int site) {
        return new Site(
                between(35, 50, CounterRandom.bits(seed, site, 0, Channel.LATITUDE)),
                between(-5, 15, CounterRandom.bits(seed, site, 0, Channel.LONGITUDE)),
                between(0, 800, CounterRandom.bits(seed, site, 0, Channel.ALTITUDE)),
                between(20, 40, CounterRandom.bits(seed, site, 0, Channel.TILT)),
                between(150, 210, CounterRandom.bits(seed, site, 0, Channel.AZIMUTH)),
                between(2.5, 4.5, CounterRandom.bits(seed, site, 0, Channel.TURBIDITY)));
    }

    /** Returns where the sun is seen from. */
    Place place() {
        return new Place(latitudeDegrees, longitudeDegrees);
    }

    static double between(double low, double high, long bits) {
        return low + CounterRandom.unit(bits) * (high - low);
    }
}
