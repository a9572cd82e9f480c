package io.heliometer.common.model;

/**
 * When the sun is up at a site on one local day.
 *
 * @param site site id
 * @param day local day: {@code floorDiv(time + site offset, 86,400,000)}
 * @param sunriseMillis ms UTC
 * @param sunsetMillis ms UTC, {@code > sunriseMillis}
 */
public record SunDay(int site, long day, long sunriseMillis, long sunsetMillis) {
    public SunDay {
        if (sunsetMillis <= sunriseMillis) {
            throw new IllegalArgumentException("sunsetMillis must be > sunriseMillis, was "
                    + sunsetMillis + " <= " + sunriseMillis);
        }
    }
}
