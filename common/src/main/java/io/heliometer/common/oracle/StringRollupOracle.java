package io.heliometer.common.oracle;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.OutputTopic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Q3 by its definition: collect every trusted reading of a string and window, then look at all of
 * them.
 */
final class StringRollupOracle implements TrustedQuery {
    static final long FIVE_MINUTES = 5 * 60 * 1000;

    private record Cell(int string, long windowStart) {}

    private final PanelRegistry registry;
    private final Map<Cell, List<TrustedReading>> samplesByCell = new TreeMap<>(
            Comparator.comparingInt(Cell::string).thenComparingLong(Cell::windowStart));

    StringRollupOracle(PanelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void add(TrustedReading reading) {
        Cell cell = new Cell(reading.panel().string(), reading.windowStart(FIVE_MINUTES));
        samplesByCell.computeIfAbsent(cell, c -> new ArrayList<>()).add(reading);
    }

    @Override
    public List<ExpectedRow> rows(Sieve sieve) {
        List<ExpectedRow> rows = new ArrayList<>();
        samplesByCell.forEach((cell, samples) -> rows.add(new ExpectedRow(
                OutputTopic.RESULTS,
                row(cell, samples.stream().map(TrustedReading::reading).toList()),
                2,
                samples.get(0).partition(),
                samples.stream().mapToLong(TrustedReading::dueMillis).max().orElseThrow(),
                sieve.completeDueMillis(cell.windowStart + FIVE_MINUTES))));
        return rows;
    }

    private String row(Cell cell, List<PanelReading> readings) {
        List<PanelReading> powered = readings.stream()
                .filter(reading -> reading.hasVoltage() && reading.hasCurrent())
                .toList();
        long[] voltages = readings.stream()
                .filter(PanelReading::hasVoltage)
                .mapToLong(PanelReading::voltageMilliVolts)
                .sorted()
                .toArray();
        long[] temperatures = readings.stream()
                .filter(PanelReading::hasTemperature)
                .mapToLong(PanelReading::temperatureCentiCelsius)
                .sorted()
                .toArray();
        long periods = FIVE_MINUTES / registry.samplingPeriodMillis();
        long expected = registry.panelCount(cell.string) * periods;
        return String.join(
                ",",
                Integer.toString(cell.string),
                Long.toString(cell.windowStart),
                Integer.toString(readings.size()),
                Integer.toString(readings.size() - powered.size()),
                powered.isEmpty() ? "" : Long.toString(energy(powered)),
                voltages.length == 0 ? "" : Long.toString(voltages[0]),
                voltages.length == 0 ? "" : Long.toString(voltages[voltages.length - 1]),
                voltages.length == 0 ? "" : Long.toString(mean(voltages)),
                temperatures.length == 0
                        ? ""
                        : Long.toString(temperatures[temperatures.length - 1]),
                Long.toString(Ratio.div(readings.size() * 1_000_000L, expected)));
    }

    private long energy(List<PanelReading> powered) {
        return powered.stream()
                .mapToLong(reading -> Ratio.div(
                                (long) reading.voltageMilliVolts() * reading.currentMilliAmperes(),
                                1000)
                        * (registry.samplingPeriodMillis() / 1000))
                .reduce(0, Math::addExact);
    }

    private static long mean(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum = Math.addExact(sum, value);
        }
        return Ratio.div(sum, values.length);
    }
}
