package io.heliometer.common.workload;

import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.SilentDevices;

import java.util.List;
import java.util.Map;

/**
 * Devices whose clock is wrong for the whole run: by more than the allowed lateness, so that (but
 * for a rare delay that hides a fast clock) none of their records can be trusted, and they look
 * silent. A pure function of (seed, device).
 */
final class ClockSkew {
    private static final int MIN_SKEW_MILLIS = 120_000;
    private static final int SKEW_SPREAD_MILLIS = 480_000;

    private static final long PATIENCE_MILLIS =
            SilentDevices.MISSED_SAMPLES * Fleet.SAMPLING_PERIOD_MILLIS;
    private static final String SILENCE_RULE = "R7";

    private final long seed;
    private final int skewedPpm;
    private final int alwaysSkewed;
    private final Horizon horizon;

    ClockSkew(WorkloadSpec spec) {
        this.seed = spec.seed();
        this.skewedPpm = spec.disorder().skewedDevicePpm();
        this.alwaysSkewed =
                skewedPpm > 0 ? Draw.SKEW_CHOICE.below(seed, -1, 0, spec.devices()) : -1;
        this.horizon = spec.horizon();
    }

    /** Returns by how much the clock of a device is fast, ms; negative if it is slow. */
    long skewMillis(int device) {
        boolean skewed =
                device == alwaysSkewed || Draw.SKEW_CHOICE.ppm(seed, device, 0) < skewedPpm;
        if (!skewed) {
            return 0;
        }
        int amount = Draw.SKEW_AMOUNT.below(seed, device, 0, SKEW_SPREAD_MILLIS);
        long skew = MIN_SKEW_MILLIS + 1L + amount;
        return amount % 2 == 0 ? skew : -skew;
    }

    /** Adds a label per device whose clock is wrong; ids go on from those that are there. */
    void addLabels(List<FaultLabel> labels, PanelRegistry registry, SunTable sun) {
        for (Panel panel : registry.panels()) {
            long skew = skewMillis(panel.device());
            if (skew != 0) {
                labels.add(label(labels.size(), panel, skew, sun));
            }
        }
    }

    private FaultLabel label(int id, Panel panel, long skew, SunTable sun) {
        long from = silentMillis(panel.site(), sun);
        return new FaultLabel(
                id,
                FaultType.CLOCK_SKEW,
                FaultScope.PANEL,
                panel.device(),
                panel.site(),
                List.of(panel.device()),
                horizon.startMillis(),
                FaultLabel.OPEN,
                0,
                Map.of("skewMillis", skew),
                from,
                FaultLabel.NEVER,
                from == FaultLabel.NEVER ? List.of() : List.of(SILENCE_RULE));
    }

    /** Returns when a device that was never heard of is first known to be silent, or NEVER. */
    private long silentMillis(int site, SunTable sun) {
        long lastDay = sun.dayOf(site, horizon.endMillis() - 1);
        for (long day = sun.dayOf(site, horizon.startMillis()); day <= lastDay; day++) {
            SunDay times = sun.find(site, day);
            if (times != null) {
                long from = Math.max(
                        times.sunriseMillis() + SilentDevices.TWILIGHT_MILLIS,
                        horizon.startMillis());
                long to = Math.min(
                        times.sunsetMillis() - SilentDevices.TWILIGHT_MILLIS, horizon.endMillis());
                if (from + PATIENCE_MILLIS < to) {
                    return from + PATIENCE_MILLIS;
                }
            }
        }
        return FaultLabel.NEVER;
    }
}
