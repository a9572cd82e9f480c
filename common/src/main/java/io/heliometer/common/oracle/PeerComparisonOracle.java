package io.heliometer.common.oracle;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.OutputTopic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Q5 by its definition: collect every reading with power of a string and window, then compare the
 * panels.
 *
 * <p>The readings that contribute to a row are all of those, as each one decides which panels are
 * valid, and by that the median.
 */
final class PeerComparisonOracle implements TrustedQuery {
    static final long FIFTEEN_MINUTES = 15 * 60 * 1000;
    private static final int FEWEST_READINGS = 12;
    private static final int FEWEST_PANELS = 5;

    private record Cell(int string, long windowStart) {}

    private record PanelEnergy(int device, long milliJoules, long pdc0MilliWatts) {}

    private final long periodSeconds;
    private final Map<Cell, List<TrustedReading>> readingsByCell = new TreeMap<>(
            Comparator.comparingInt(Cell::string).thenComparingLong(Cell::windowStart));

    PeerComparisonOracle(PanelRegistry registry) {
        this.periodSeconds = registry.samplingPeriodMillis() / 1000;
    }

    @Override
    public void add(TrustedReading reading) {
        if (reading.hasPower()) {
            Cell cell = new Cell(reading.panel().string(), reading.windowStart(FIFTEEN_MINUTES));
            readingsByCell.computeIfAbsent(cell, c -> new ArrayList<>()).add(reading);
        }
    }

    @Override
    public List<ExpectedRow> rows(Sieve sieve) {
        List<ExpectedRow> rows = new ArrayList<>();
        readingsByCell.forEach((cell, readings) -> {
            for (String row : compare(cell, readings)) {
                rows.add(new ExpectedRow(
                        OutputTopic.RESULTS,
                        row,
                        3,
                        readings.get(0).partition(),
                        readings.stream()
                                .mapToLong(TrustedReading::dueMillis)
                                .max()
                                .orElseThrow(),
                        sieve.completeDueMillis(cell.windowStart + FIFTEEN_MINUTES)));
            }
        });
        return rows;
    }

    private List<String> compare(Cell cell, List<TrustedReading> readings) {
        List<PanelEnergy> panels = validPanels(readings);
        if (panels.size() < FEWEST_PANELS) {
            return List.of();
        }
        long median = lowerMedian(panels.stream().map(PanelEnergy::milliJoules).toList());
        long deviation = lowerMedian(panels.stream()
                .map(panel -> Math.abs(panel.milliJoules - median))
                .toList());
        List<String> rows = new ArrayList<>();
        for (PanelEnergy panel : panels) {
            // Looked at first: a median of 0 divides nothing.
            if (median < 180 * panel.pdc0MilliWatts) {
                continue;
            }
            long ratioPpm = Ratio.div(Math.multiplyExact(panel.milliJoules, 1_000_000L), median);
            if (ratioPpm <= 850_000) {
                rows.add(cell.string + "," + cell.windowStart + "," + panel.device + ","
                        + panel.milliJoules + "," + median + "," + deviation + "," + ratioPpm);
            }
        }
        return rows;
    }

    private List<PanelEnergy> validPanels(List<TrustedReading> readings) {
        Map<Integer, List<TrustedReading>> byDevice = new TreeMap<>();
        for (TrustedReading reading : readings) {
            byDevice.computeIfAbsent(reading.device(), device -> new ArrayList<>())
                    .add(reading);
        }
        List<PanelEnergy> panels = new ArrayList<>();
        byDevice.forEach((device, own) -> {
            if (own.size() >= FEWEST_READINGS) {
                TrustedReading last = own.stream()
                        .max(Comparator.comparingLong(TrustedReading::eventTimeMillis)
                                .thenComparingLong(reading -> reading.reading().sequence()))
                        .orElseThrow();
                panels.add(new PanelEnergy(device, energy(own), last.panel().pdc0MilliWatts()));
            }
        });
        return panels;
    }

    private long energy(List<TrustedReading> readings) {
        long sum = 0;
        for (TrustedReading reading : readings) {
            long milliJoules = Math.multiplyExact(reading.powerMilliWatts(), periodSeconds);
            sum = Math.addExact(sum, milliJoules);
        }
        return sum;
    }

    private static long lowerMedian(List<Long> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }
}
