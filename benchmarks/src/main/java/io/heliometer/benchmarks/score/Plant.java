package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.query.PeerComparison;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What hangs where, and how much of it there is. Sensors hang on panels, gateways are sites. */
final class Plant {
    private static final int STRING_LEVEL = 1;
    private static final int INVERTER_LEVEL = 2;
    private static final int SITE_LEVEL = 3;

    private final PanelRegistry registry;
    private final Horizon horizon;
    private final Map<Integer, Panel> panelOfString = new HashMap<>();
    private final Map<Integer, Panel> panelOfInverter = new HashMap<>();
    private final Map<Integer, Long> ratedMilliWattsByString = new HashMap<>();

    Plant(PanelRegistry registry, Horizon horizon) {
        this.registry = registry;
        this.horizon = horizon;
        for (Panel panel : registry.panels()) {
            panelOfString.putIfAbsent(panel.string(), panel);
            panelOfInverter.putIfAbsent(panel.inverter(), panel);
            ratedMilliWattsByString.merge(panel.string(), panel.pdc0MilliWatts(), Math::addExact);
        }
    }

    Horizon horizon() {
        return horizon;
    }

    long panelCount() {
        return registry.panels().size();
    }

    /** Returns the rated power of a panel, mW; 0 if it is not registered. */
    long ratedMilliWatts(int device) {
        Panel panel = registry.find(device);
        return panel == null ? 0 : panel.pdc0MilliWatts();
    }

    /** Returns the rated power of a string, mW; 0 if it is not registered. */
    long ratedMilliWattsOfString(int string) {
        return ratedMilliWattsByString.getOrDefault(string, 0L);
    }

    /** Returns the inverter of a string, or null if it is not registered. */
    @Nullable Integer inverterOf(int string) {
        Panel panel = panelOfString.get(string);
        return panel == null ? null : panel.inverter();
    }

    /** Returns whether a window or silence of the run can start then. */
    boolean isOfRun(long timeMillis) {
        return horizon.startMillis() - PeerComparison.WINDOW_MILLIS < timeMillis
                && timeMillis < horizon.endMillis();
    }

    /** Returns the site of an asset, or null if it is not registered. */
    @Nullable Integer siteOf(Asset asset) {
        return ancestor(asset, SITE_LEVEL);
    }

    boolean knows(int device) {
        return registry.find(device) != null;
    }

    /** Returns whether the two are the same, or one is a part of the other. */
    boolean related(Asset one, Asset other) {
        boolean oneIsSmaller = level(one.scope()) <= level(other.scope());
        Asset small = oneIsSmaller ? one : other;
        Asset large = oneIsSmaller ? other : one;
        Integer ancestor = ancestor(small, level(large.scope()));
        return ancestor != null && ancestor == large.id();
    }

    /** Returns the id of what an asset belongs to on a level, or null if it is not registered. */
    private @Nullable Integer ancestor(Asset asset, int level) {
        if (level(asset.scope()) == level) {
            return asset.id();
        }
        Panel panel = onePanelOf(asset);
        if (panel == null) {
            return null;
        }
        return switch (level) {
            case STRING_LEVEL -> panel.string();
            case INVERTER_LEVEL -> panel.inverter();
            default -> panel.site();
        };
    }

    private @Nullable Panel onePanelOf(Asset asset) {
        return switch (asset.scope()) {
            case SENSOR, PANEL -> registry.find(asset.id());
            case STRING -> panelOfString.get(asset.id());
            case INVERTER -> panelOfInverter.get(asset.id());
            case GATEWAY, SITE -> null; // Nothing stands above a site.
        };
    }

    private static int level(FaultScope scope) {
        return switch (scope) {
            case SENSOR, PANEL -> 0;
            case STRING -> STRING_LEVEL;
            case INVERTER -> INVERTER_LEVEL;
            case GATEWAY, SITE -> SITE_LEVEL;
        };
    }
}
