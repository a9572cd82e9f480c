package io.heliometer.common.workload;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.time.Lateness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the registry during a run: a few panels are commissioned in the middle of it
 * (their first version holds from then on, and what they send before is unregistered), a few are
 * replaced by a module of another rating (a second version, announced on the site's channel). A
 * pure function of (seed, device, horizon).
 */
final class RegistryHistory {
    private static final int COMMISSIONED_PPM = 2_000;
    private static final int REPLACED_PPM = 5_000;
    /** Ratings of replacements: within 5 % of the old one's, in steps of 1 %. */
    private static final int RATING_STEPS = 11;

    private static final int RATING_LEAST_PERCENT = 95;
    private static final int PERCENT = 100;
    private static final int SHARES = 1_000;

    private final long seed;
    private final Horizon horizon;

    RegistryHistory(WorkloadSpec spec) {
        this.seed = spec.seed();
        this.horizon = spec.horizon();
    }

    /** Returns the registry as it is known when the run starts. */
    PanelRegistry initial(PanelRegistry fleet) {
        return new PanelRegistry(
                fleet.samplingPeriodMillis(),
                fleet.panels().stream().map(this::commissioned).toList());
    }

    private Panel commissioned(Panel panel) {
        return Draw.REGISTRY_CHOICE.ppm(seed, panel.device(), 0) < COMMISSIONED_PPM
                ? version(panel, PERCENT, moment(panel, 0), 1)
                : panel;
    }

    /** Adds a label per panel that is commissioned in mid-run: silence there is no fault. */
    void addLabels(List<FaultLabel> labels, PanelRegistry registry) {
        for (Panel panel : registry.panels()) {
            if (panel.validFromMillis() > horizon.startMillis()) {
                labels.add(new FaultLabel(
                        labels.size(),
                        FaultType.COMMISSIONING,
                        FaultScope.PANEL,
                        panel.device(),
                        panel.site(),
                        List.of(panel.device()),
                        horizon.startMillis(),
                        panel.validFromMillis(),
                        0,
                        Map.of(),
                        FaultLabel.NEVER,
                        FaultLabel.NEVER,
                        List.of()));
            }
        }
    }

    /** Returns the announcements of some panels, in the order of those. */
    List<Announcement> announcements(Iterable<Panel> panels) {
        List<Announcement> announcements = new ArrayList<>();
        for (Panel panel : panels) {
            Announcement replacement = replacement(panel);
            if (replacement != null) {
                announcements.add(replacement);
            }
        }
        return announcements;
    }

    private @Nullable Announcement replacement(Panel panel) {
        if (Draw.REGISTRY_CHOICE.ppm(seed, panel.device(), 1) >= REPLACED_PPM) {
            return null;
        }
        long lead = 2L * Lateness.SPEC.allowedMillis();
        long announcedMillis = moment(panel, 1);
        int percent = RATING_LEAST_PERCENT
                + Draw.REGISTRY_DETAIL.below(seed, panel.device(), 2, RATING_STEPS);
        return new Announcement(
                announcedMillis,
                version(panel, percent, announcedMillis + lead, panel.version() + 1));
    }

    /** Returns a moment of the horizon, never its first or last permille. */
    private long moment(Panel panel, int what) {
        long share = 1L + Draw.REGISTRY_DETAIL.below(seed, panel.device(), what, SHARES - 2);
        return horizon.startMillis() + horizon.lengthMillis() * share / SHARES;
    }

    private static Panel version(Panel panel, int percent, long validFromMillis, int version) {
        return new Panel(
                panel.device(),
                panel.string(),
                panel.inverter(),
                panel.site(),
                panel.region(),
                panel.pdc0MilliWatts() * percent / PERCENT,
                panel.vmp0MilliVolts(),
                panel.imp0MilliAmperes() * percent / PERCENT,
                panel.voc0MilliVolts(),
                panel.isc0MilliAmperes() * percent / PERCENT,
                panel.gammaPpmPerKelvin(),
                validFromMillis,
                version);
    }
}
