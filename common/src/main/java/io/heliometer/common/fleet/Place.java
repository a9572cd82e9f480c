package io.heliometer.common.fleet;

/**
 * A place on earth where the sun rises and sets every day.
 *
 * @param latitudeDegrees north positive, -65..65: beyond, some days have no sunrise
 * @param longitudeDegrees east positive, -180..180
 */
public record Place(double latitudeDegrees, double longitudeDegrees) {
    private static final double HIGHEST_LATITUDE = 65;
    private static final double HIGHEST_LONGITUDE = 180;
    private static final double DEGREES_PER_HOUR = 15;
    private static final long HOUR_MILLIS = 3_600_000;

    public Place {
        if (!(Math.abs(latitudeDegrees) <= HIGHEST_LATITUDE)) {
            throw new IllegalArgumentException(
                    "latitudeDegrees must be within -65..65, was " + latitudeDegrees);
        }
        if (!(Math.abs(longitudeDegrees) <= HIGHEST_LONGITUDE)) {
            throw new IllegalArgumentException(
                    "longitudeDegrees must be within -180..180, was " + longitudeDegrees);
        }
    }

    /** Returns local time less UTC: whole hours by longitude, no daylight saving, ms. */
    public long offsetMillis() {
        return (long) Math.floor(longitudeDegrees / DEGREES_PER_HOUR + 0.5) * HOUR_MILLIS;
    }
}
