package io.heliometer.common.oracle;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Q3 by its definition: collect every trusted reading of a string and window, then look at all of
 * them.
 */
final class StringRollupOracle implements Oracle {
    private static final long FIVE_MINUTES = 5 * 60 * 1000;

    private record Cell(int string, long windowStart) {}

    private record Sample(PanelReading reading, int partition, long dueMillis) {}

    private final TrustRules rules;
    private final PanelRegistry registry;
    private final Map<Cell, List<Sample>> samplesByCell = new TreeMap<>(
            Comparator.comparingInt(Cell::string).thenComparingLong(Cell::windowStart));
    private final ClosingTimes closing = new ClosingTimes(FIVE_MINUTES);

    StringRollupOracle(TrustRules rules, PanelRegistry registry) {
        this.rules = rules;
        this.registry = registry;
    }

    @Override
    public void accept(ScheduledRecord scheduled) {
        PanelReading reading = ReadingCodec.decode(scheduled.payload());
        boolean flush = reading != null && reading.flush();
        if (reading == null || (!flush && rules.firstFailing(reading) != TrustRules.TRUSTED)) {
            return;
        }
        // A window [start, end) is complete once max event time >= end + L; see the watermark's
        // definition.
        long time = reading.eventTimeMillis() - TrustRules.ALLOWED_LATENESS_MILLIS;
        closing.advance(scheduled.partition(), time, scheduled.dueMillis());
        if (!flush) {
            Panel panel = Objects.requireNonNull(registry.find(reading.device()));
            long start = Math.floorDiv(reading.eventTimeMillis(), FIVE_MINUTES) * FIVE_MINUTES;
            samplesByCell
                    .computeIfAbsent(new Cell(panel.string(), start), cell -> new ArrayList<>())
                    .add(new Sample(reading, scheduled.partition(), scheduled.dueMillis()));
        }
    }

    @Override
    public List<ExpectedRow> finish() {
        List<ExpectedRow> rows = new ArrayList<>();
        samplesByCell.forEach((cell, samples) -> rows.add(new ExpectedRow(
                OutputTopic.RESULTS,
                row(cell, samples.stream().map(Sample::reading).toList()),
                2,
                samples.get(0).partition(),
                samples.stream().mapToLong(Sample::dueMillis).max().orElseThrow(),
                closing.closeDueMillis(cell.windowStart))));
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
