package io.heliometer.common.fleet;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When the sun rises and sets: the whole seconds at which its upper limb crosses the refracted
 * horizon, found by bisection on both sides of solar noon.
 */
public final class SunTimes {
    private static final long DAY_MILLIS = 86_400_000;
    /** Refraction and the sun's radius at the horizon, degrees: the usual definition. */
    private static final double HORIZON_DEGREES = -0.833;

    private static final long DAY_SECONDS = 86_400;
    private static final long HALF_DAY_SECONDS = 43_200;
    private static final double SECONDS_PER_DEGREE = 240;

    private SunTimes() {}

    /** Returns sunrise and sunset of every site on the local days that a horizon touches. */
    public static SunTable table(Map<Integer, Place> placeBySite, Horizon horizon) {
        Map<Integer, Long> offsets = new HashMap<>();
        List<SunDay> days = new ArrayList<>();
        new TreeMap<>(placeBySite).forEach((site, place) -> {
            long offset = place.offsetMillis();
            offsets.put(site, offset);
            long first = Math.floorDiv(horizon.startMillis() + offset, DAY_MILLIS);
            long last = Math.floorDiv(horizon.endMillis() - 1 + offset, DAY_MILLIS);
            for (long day = first; day <= last; day++) {
                days.add(of(place, site, day));
            }
        });
        return new SunTable(offsets, days);
    }

    /** Returns the sun's times of a local day; the site's offset decides which day that is. */
    static SunDay of(Place place, int site, long day) {
        long noon = day * DAY_SECONDS
                + HALF_DAY_SECONDS
                - (long) Math.floor(place.longitudeDegrees() * SECONDS_PER_DEGREE);
        long sunrise = crossing(place, noon, noon - HALF_DAY_SECONDS);
        long sunset = crossing(place, noon, noon + HALF_DAY_SECONDS);
        return new SunDay(site, day, sunrise * 1000, sunset * 1000);
    }

    /** Returns the last second, seen from the light, at which the sun is up. */
    private static long crossing(Place place, long light, long dark) {
        long up = light;
        long down = dark;
        while (Math.abs(up - down) > 1) {
            long middle = Math.floorDiv(up + down, 2);
            if (isUp(place, middle)) {
                up = middle;
            } else {
                down = middle;
            }
        }
        return up;
    }

    private static boolean isUp(Place place, long unixSeconds) {
        return SolarPosition.at(
                                (double) unixSeconds,
                                place.latitudeDegrees(),
                                place.longitudeDegrees())
                        .elevationDegrees()
                > HORIZON_DEGREES;
    }
}
