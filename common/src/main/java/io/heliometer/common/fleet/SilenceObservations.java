package io.heliometer.common.fleet;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.time.Lateness;

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
        Site site = fleet.site(gap.site());
        long offset = site.offsetMillis();
        long first = Math.floorDiv(horizon.startMillis() + offset, SunTimes.DAY_MILLIS);
        long last = Math.floorDiv(horizon.endMillis() - 1 + offset, SunTimes.DAY_MILLIS);
        Observation seen = Observation.NONE;
        for (long day = first; day <= last; day++) {
            seen = seen(gap, SunTimes.of(site, gap.site(), day), seen);
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
