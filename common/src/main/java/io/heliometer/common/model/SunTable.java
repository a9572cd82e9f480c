package io.heliometer.common.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sunrise and sunset per site and local day, and each site's offset from UTC: one constant per
 * site, no daylight saving. Immutable.
 */
public final class SunTable {
    /** No site, no day: nothing that needs daylight gives a row. */
    public static final SunTable EMPTY = new SunTable(Map.of(), List.of());

    private static final long DAY_MILLIS = 86_400_000;

    private final Map<Integer, Long> offsetMillisBySite;
    private final List<SunDay> days;
    private final Map<Integer, Map<Long, SunDay>> byDayBySite = new HashMap<>();

    /**
     * Builds the table.
     *
     * @param offsetMillisBySite local time less UTC, ms; a site that is not named has 0
     * @param days at most one per site and day
     */
    public SunTable(Map<Integer, Long> offsetMillisBySite, List<SunDay> days) {
        this.offsetMillisBySite = Map.copyOf(offsetMillisBySite);
        this.days = List.copyOf(days);
        for (SunDay day : days) {
            SunDay other = byDayBySite
                    .computeIfAbsent(day.site(), site -> new HashMap<>())
                    .put(day.day(), day);
            if (other != null) {
                throw new IllegalArgumentException(
                        "site and day must stand once, were twice: " + day);
            }
        }
    }

    /** Returns the local day of a time at a site. */
    public long dayOf(int site, long timeMillis) {
        return Math.floorDiv(timeMillis + offsetMillisBySite.getOrDefault(site, 0L), DAY_MILLIS);
    }

    /** Returns the sun's times of a site and local day, or null if they are not known. */
    public @Nullable SunDay find(int site, long day) {
        return byDayBySite.getOrDefault(site, Map.of()).get(day);
    }

    /** Returns the offsets, ms by site. */
    public Map<Integer, Long> offsetMillisBySite() {
        return offsetMillisBySite;
    }

    /** Returns all days in the order given. */
    public List<SunDay> days() {
        return days;
    }
}
