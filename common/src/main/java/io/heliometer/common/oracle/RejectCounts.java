package io.heliometer.common.oracle;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.ScheduledRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/** The second half of Q0: rejects of known sites, counted per reason and 5 min of arrival. */
final class RejectCounts {
    static final long FIVE_MINUTES = 5 * 60 * 1000;

    private record Cell(int site, int reason, long windowStart) {}

    private record Tally(long count, int partition, long lastDue) {
        Tally plus(Tally other) {
            return new Tally(count + other.count, partition, Math.max(lastDue, other.lastDue));
        }
    }

    private final TrustRules rules;
    private final Map<Cell, Tally> tallies = new TreeMap<>(Comparator.comparingInt(Cell::site)
            .thenComparingInt(Cell::reason)
            .thenComparingLong(Cell::windowStart));

    RejectCounts(TrustRules rules) {
        this.rules = rules;
    }

    void add(ScheduledRecord scheduled, PanelReading reading, int reason) {
        Integer site = rules.siteOf(reading.device());
        if (site != null) {
            long start = Math.floorDiv(reading.receivedTimeMillis(), FIVE_MINUTES) * FIVE_MINUTES;
            Tally one = new Tally(1, scheduled.partition(), scheduled.dueMillis());
            tallies.merge(new Cell(site, reason, start), one, Tally::plus);
        }
    }

    /**
     * Returns the rows.
     *
     * @param closeDueMillis tells when the clock in charge reaches the end of a window
     */
    List<ExpectedRow> rows(LongUnaryOperator closeDueMillis) {
        List<ExpectedRow> rows = new ArrayList<>();
        tallies.forEach((cell, tally) -> rows.add(new ExpectedRow(
                OutputTopic.RESULTS,
                "2," + cell.site + "," + cell.reason + "," + cell.windowStart + "," + tally.count,
                4,
                tally.partition,
                tally.lastDue,
                closeDueMillis.applyAsLong(cell.windowStart + FIVE_MINUTES))));
        return rows;
    }
}
