package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
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
 * R7: a device that Q6 calls silent, from its last reading until the one that ends the silence, or
 * until the run ends. A device whose clock is wrong is silent too: its readings are refused.
 */
final class SilenceRule implements Rule {
    private static final long SILENT_ROW = 1;
    private static final long RESUME_ROW = 2;
    private static final int TIME_COLUMN = 2;
    private static final int DEADLINE_COLUMN = 3;

    @Override
    public MonitoringRule name() {
        return MonitoringRule.R7;
    }

    @Override
    public String query() {
        return "Q6";
    }

    @Override
    public FaultType guess() {
        return FaultType.COMM_GAP;
    }

    @Override
    public Set<FaultType> finds() {
        return EnumSet.of(FaultType.COMM_GAP, FaultType.CLOCK_SKEW);
    }

    @Override
    public List<Alert> alerts(List<ResultRow> rows, Plant plant) {
        Map<Integer, NavigableSet<Long>> resumesByPanel = new TreeMap<>();
        for (ResultRow row : rows) {
            if (row.has(0, 1, TIME_COLUMN) && row.get(0) == RESUME_ROW) {
                resumesByPanel
                        .computeIfAbsent(row.id(1), panel -> new TreeSet<>())
                        .add(row.get(TIME_COLUMN));
            }
        }
        List<Alert> alerts = new ArrayList<>();
        for (ResultRow row : rows) {
            if (row.has(0, 1, TIME_COLUMN, DEADLINE_COLUMN)
                    && row.get(0) == SILENT_ROW
                    && plant.knows(row.id(1))
                    && plant.isOfRun(row.get(TIME_COLUMN))) {
                long since = row.get(TIME_COLUMN);
                Long resumed =
                        resumesByPanel.getOrDefault(row.id(1), new TreeSet<>()).higher(since);
                long end = resumed == null ? plant.horizon().endMillis() : resumed;
                if (end > since) {
                    alerts.add(new Alert(
                            name(),
                            new Asset(FaultScope.PANEL, row.id(1)),
                            guess(),
                            since,
                            end,
                            row.get(DEADLINE_COLUMN)));
                }
            }
        }
        return alerts;
    }
}
