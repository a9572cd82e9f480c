package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultScope;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.query.PeerComparison;
import io.heliometer.common.query.StringRollup;
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
 * R3: in two consecutive windows of 5 min a string yields at most 2 % of the lower median of the
 * strings of its inverter, which itself is at least a tenth of the string's rated energy. Strings
 * without a row or without an energy are not in the median.
 */
final class OpenStringRule implements Rule {
    private static final long WINDOW = StringRollup.WINDOW_MILLIS;
    private static final int ENERGY_COLUMN = 4;

    /** 2 % of the median. */
    private static final long MEDIAN_PER_ENERGY = 50;

    /** A tenth of the rated energy of 300 s, as a factor of the rated power: mJ per mW. */
    private static final long LEAST_MEDIAN_SECONDS = 30;

    @Override
    public MonitoringRule name() {
        return MonitoringRule.R3;
    }

    @Override
    public String query() {
        return "Q3";
    }

    @Override
    public FaultType guess() {
        return FaultType.OPEN_STRING;
    }

    @Override
    public Set<FaultType> finds() {
        return EnumSet.of(FaultType.OPEN_STRING);
    }

    /** The energies of an inverter's strings in one window, mJ by string. */
    private record Peers(long windowMillis, Map<Integer, Long> energies) {}

    @Override
    public List<Alert> alerts(List<ResultRow> rows, Plant plant) {
        Map<Integer, NavigableSet<Long>> openByString = new TreeMap<>();
        for (Peers peers : peers(rows, plant)) {
            long median = PeerComparison.lowerMedian(peers.energies().values().stream()
                    .mapToLong(Long::longValue)
                    .toArray());
            peers.energies().forEach((string, energy) -> {
                if (isOpen(energy, median, plant.ratedMilliWattsOfString(string))) {
                    openByString
                            .computeIfAbsent(string, key -> new TreeSet<>())
                            .add(peers.windowMillis());
                }
            });
        }
        List<Alert> alerts = new ArrayList<>();
        openByString.forEach((string, windows) -> {
            for (long last : windows) {
                if (windows.contains(last - WINDOW)) {
                    Asset asset = new Asset(FaultScope.STRING, string);
                    long end = last + WINDOW;
                    alerts.add(new Alert(name(), asset, guess(), last - WINDOW, end, end));
                }
            }
        });
        return alerts;
    }

    private static List<Peers> peers(List<ResultRow> rows, Plant plant) {
        Map<Integer, Map<Long, Peers>> byInverter = new TreeMap<>();
        for (ResultRow row : rows) {
            Integer inverter = row.has(0, 1, ENERGY_COLUMN) ? plant.inverterOf(row.id(0)) : null;
            if (inverter != null && plant.isOfRun(row.get(1))) {
                byInverter
                        .computeIfAbsent(inverter, key -> new TreeMap<>())
                        .computeIfAbsent(row.get(1), start -> new Peers(start, new TreeMap<>()))
                        .energies()
                        // Two rows of one window are an engine's mistake: any fixed choice will do.
                        .merge(row.id(0), row.get(ENERGY_COLUMN), Math::min);
            }
        }
        return byInverter.values().stream()
                .flatMap(windows -> windows.values().stream())
                .toList();
    }

    private static boolean isOpen(long energy, long median, long ratedMilliWatts) {
        return energy <= Math.floorDiv(median, MEDIAN_PER_ENERGY)
                && median >= Math.multiplyExact(ratedMilliWatts, LEAST_MEDIAN_SECONDS);
    }
}
