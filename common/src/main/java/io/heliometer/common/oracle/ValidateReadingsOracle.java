package io.heliometer.common.oracle;

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

    private record Tally(long count, long lastDue) {
        Tally plus(Tally other) {
            return new Tally(count + other.count, Math.max(lastDue, other.lastDue));
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
        PanelReading reading = ReadingCodec.decode(scheduled.payload());
        if (reading != null) {
            closing.advance(
                    scheduled.partition(), reading.receivedTimeMillis(), scheduled.dueMillis());
        }
        if (reading != null && reading.flush()) {
            return;
        }
        int reason = rules.firstFailing(reading);
        if (reading == null) {
            add(
                    OutputTopic.REJECTS,
                    Hash.of(scheduled.payload()) + ",,1",
                    1,
                    scheduled.dueMillis());
        } else if (reason == TrustRules.TRUSTED) {
            add(OutputTopic.RESULTS, validRow(reading), 5, scheduled.dueMillis());
        } else {
            String row = reading.device() + "," + reading.sequence() + "," + reason;
            add(OutputTopic.REJECTS, row, 2, scheduled.dueMillis());
            count(reading, reason, scheduled.dueMillis());
        }
    }

    private void add(OutputTopic topic, String row, int keyColumns, long dueMillis) {
        rows.add(new ExpectedRow(topic, row, keyColumns, dueMillis, dueMillis));
    }

    private void count(PanelReading reading, int reason, long dueMillis) {
        Integer site = rules.siteOf(reading.device());
        if (site != null) {
            long start = Math.floorDiv(reading.receivedTimeMillis(), FIVE_MINUTES) * FIVE_MINUTES;
            tallies.merge(new Cell(site, reason, start), new Tally(1, dueMillis), Tally::plus);
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
                tally.lastDue,
                closing.closeDueMillis(cell.windowStart))));
        return rows;
    }
}
