package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.query.PeerComparison;
import io.heliometer.results.run.MonitoringRule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * R1: a panel lags its string in at least 3 of 4 consecutive windows of 15 min, the last of the
 * four being one of them. One window is not enough: clouds pass. A run of fewer than three whole
 * windows asks for all of them, as it can show no more.
 */
final class PeerRatioRule implements Rule {
    private static final long WINDOW = PeerComparison.WINDOW_MILLIS;
    private static final int CONSECUTIVE = 4;
    private static final int LEAST = 3;

    @Override
    public MonitoringRule name() {
        return MonitoringRule.R1;
    }

    @Override
    public String query() {
        return "Q5";
    }

    @Override
    public FaultType guess() {
        return FaultType.BYPASS_SHORT;
    }

    @Override
    public Set<FaultType> finds() {
        return EnumSet.of(
                FaultType.BYPASS_SHORT,
                FaultType.SHADE_RECUR,
                FaultType.HOTSPOT,
                FaultType.CONNECTOR_R,
                FaultType.PID,
                FaultType.OPEN_STRING,
                // A voltage or current that stands still is a power that does not follow the sun.
                FaultType.STUCK_SENSOR);
    }

    @Override
    public List<Alert> alerts(List<ResultRow> rows, Plant plant) {
        Map<Integer, NavigableSet<Long>> startsByPanel = new TreeMap<>();
        for (ResultRow row : rows) {
            if (row.has(1, 2) && plant.knows(row.id(2)) && plant.isOfRun(row.get(1))) {
                startsByPanel
                        .computeIfAbsent(row.id(2), panel -> new TreeSet<>())
                        .add(row.get(1));
            }
        }
        int least = least(plant.horizon());
        List<Alert> alerts = new ArrayList<>();
        startsByPanel.forEach((panel, starts) -> {
            for (long last : starts) {
                NavigableSet<Long> recent =
                        starts.subSet(last - (CONSECUTIVE - 1) * WINDOW, true, last, true);
                if (recent.size() >= least) {
                    Asset asset = new Asset(FaultScope.PANEL, panel);
                    long end = last + WINDOW;
                    alerts.add(new Alert(name(), asset, guess(), recent.first(), end, end));
                }
            }
        });
        return alerts;
    }

    /** Returns min(3, whole windows of the run), and at least 1. */
    private static int least(Horizon horizon) {
        long whole = Math.floorDiv(horizon.endMillis(), WINDOW)
                - Math.floorDiv(horizon.startMillis() + WINDOW - 1, WINDOW);
        return (int) Math.max(1, Math.min(LEAST, whole));
    }
}
