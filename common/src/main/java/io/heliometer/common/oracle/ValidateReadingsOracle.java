package io.heliometer.common.oracle;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.Hash;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Q0 by its definition: every record gives one row; rejects of known sites are counted per 5 min of
 * arrival.
 */
final class ValidateReadingsOracle implements Oracle {
    private static final long FIVE_MINUTES = 5 * 60 * 1000;

    private record Cell(int site, int reason, long windowStart) {}

    private record Tally(long count, int partition, long lastDue) {
        Tally plus(Tally other) {
            return new Tally(count + other.count, partition, Math.max(lastDue, other.lastDue));
        }
    }

    private final TrustRules rules;
    private final List<ExpectedRow> rows = new ArrayList<>();
    private final Map<Cell, Tally> tallies = new TreeMap<>(Comparator.comparingInt(Cell::site)
            .thenComparingInt(Cell::reason)
            .thenComparingLong(Cell::windowStart));
    private final ClosingTimes closing = new ClosingTimes(FIVE_MINUTES);

    ValidateReadingsOracle(TrustRules rules) {
        this.rules = rules;
    }

    @Override
    public void accept(ScheduledRecord scheduled) {
        Arrival arrival = ReadingCodec.arrival(scheduled.payload());
        if (arrival.isRegistration()) {
            return;
        }
        PanelReading reading = arrival.reading();
        if (reading != null) {
            closing.advance(
                    scheduled.partition(), reading.receivedTimeMillis(), scheduled.dueMillis());
        }
        if (reading != null && reading.flush()) {
            return;
        }
        int reason = rules.firstFailing(reading);
        if (reading == null) {
            add(scheduled, OutputTopic.REJECTS, Hash.of(scheduled.payload()) + ",,1", 1);
        } else if (reason == TrustRules.TRUSTED) {
            add(scheduled, OutputTopic.RESULTS, validRow(reading), 5);
        } else {
            String row = reading.device() + "," + reading.sequence() + "," + reason;
            add(scheduled, OutputTopic.REJECTS, row, 2);
            count(scheduled, reading, reason);
        }
    }

    private void add(ScheduledRecord scheduled, OutputTopic topic, String row, int keyColumns) {
        long due = scheduled.dueMillis();
        rows.add(new ExpectedRow(topic, row, keyColumns, scheduled.partition(), due, due));
    }

    private void count(ScheduledRecord scheduled, PanelReading reading, int reason) {
        Integer site = rules.siteOf(reading.device());
        if (site != null) {
            long start = Math.floorDiv(reading.receivedTimeMillis(), FIVE_MINUTES) * FIVE_MINUTES;
            Tally one = new Tally(1, scheduled.partition(), scheduled.dueMillis());
            tallies.merge(new Cell(site, reason, start), one, Tally::plus);
        }
    }

    private static String validRow(PanelReading reading) {
        return String.join(
                ",",
                "1",
                Integer.toString(reading.device()),
                Long.toString(reading.sequence()),
                Long.toString(reading.eventTimeMillis()),
                Long.toString(reading.receivedTimeMillis()),
                reading.hasVoltage() ? Integer.toString(reading.voltageMilliVolts()) : "",
                reading.hasCurrent() ? Integer.toString(reading.currentMilliAmperes()) : "",
                reading.hasTemperature() ? Integer.toString(reading.temperatureCentiCelsius()) : "",
                Integer.toString(reading.status()));
    }

    @Override
    public List<ExpectedRow> finish() {
        tallies.forEach((cell, tally) -> rows.add(new ExpectedRow(
                OutputTopic.RESULTS,
                "2," + cell.site + "," + cell.reason + "," + cell.windowStart + "," + tally.count,
                4,
                tally.partition,
                tally.lastDue,
                closing.closeDueMillis(cell.windowStart))));
        return rows;
    }
}
