package io.heliometer.common.fleet;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.time.Lateness;

import java.util.Map;

/** When the rule of silence (R7) can see a gap: three samples in a row are missing by day. */
final class SilenceObservations {
    static final String SILENCE = "R7";

    private static final long PERIOD = Fleet.SAMPLING_PERIOD_MILLIS;
    private static final long PATIENCE = SilentDevices.MISSED_SAMPLES * PERIOD;

    private final Fleet fleet;
    private final Horizon horizon;

    SilenceObservations(Fleet fleet, Horizon horizon) {
        this.fleet = fleet;
        this.horizon = horizon;
    }

    /** Returns when the rule can see a gap. */
    Observation of(Fault gap) {
        int site = gap.site();
        SunTable sun = SunTimes.table(Map.of(site, fleet.site(site).place()), horizon);
        Observation seen = Observation.NONE;
        long last = sun.dayOf(site, horizon.endMillis() - 1);
        for (long day = sun.dayOf(site, horizon.startMillis()); day <= last; day++) {
            SunDay light = sun.find(site, day);
            seen = light == null ? seen : seen(gap, light, seen);
        }
        return seen;
    }

    private Observation seen(Fault gap, SunDay sun, Observation known) {
        long start = Math.max(
                sun.sunriseMillis() + SilentDevices.TWILIGHT_MILLIS, horizon.startMillis());
        long end =
                Math.min(sun.sunsetMillis() - SilentDevices.TWILIGHT_MILLIS, horizon.endMillis());
        long onset = gap.onsetTick() * PERIOD;
        // What was kept in the last moments still comes in time.
        long heard = gap.endTick() * PERIOD
                - (gap.severity().detail() == 1 ? Lateness.SPEC.allowedMillis() : 0);
        long silentAt = Math.max(onset - PERIOD, start) + PATIENCE;
        boolean silent =
                silentAt < end && heard >= silentAt + (onset - PERIOD >= start ? PERIOD : 0);
        return silent ? known.and(silentAt, Math.min(heard, end), SILENCE) : known;
    }
}
