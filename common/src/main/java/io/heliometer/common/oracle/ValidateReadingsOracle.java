package io.heliometer.common.oracle;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.Hash;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Q0 by its definition: every record gives one row; rejects of known sites are counted per 5 min of
 * arrival.
 */
final class ValidateReadingsOracle implements Oracle {
    private final TrustRules rules;
    private final List<ExpectedRow> rows = new ArrayList<>();
    private final RejectCounts counts;
    private final ClosingTimes closing = new ClosingTimes(RejectCounts.FIVE_MINUTES);

    ValidateReadingsOracle(TrustRules rules) {
        this.rules = rules;
        this.counts = new RejectCounts(rules);
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
            rows.add(rejected(scheduled, null, reason));
        } else if (reason == TrustRules.TRUSTED) {
            rows.add(row(scheduled, OutputTopic.RESULTS, validRow(reading), 5));
        } else {
            rows.add(rejected(scheduled, reading, reason));
            counts.add(scheduled, reading, reason);
        }
    }

    /** Returns the row of a record that cannot be trusted, due with it. */
    static ExpectedRow rejected(
            ScheduledRecord scheduled, @Nullable PanelReading reading, int reason) {
        return reading == null
                ? row(scheduled, OutputTopic.REJECTS, Hash.of(scheduled.payload()) + ",,1", 1)
                : row(
                        scheduled,
                        OutputTopic.REJECTS,
                        reading.device() + "," + reading.sequence() + "," + reason,
                        2);
    }

    private static ExpectedRow row(
            ScheduledRecord scheduled, OutputTopic topic, String row, int keyColumns) {
        long due = scheduled.dueMillis();
        return new ExpectedRow(topic, row, keyColumns, scheduled.partition(), due, due);
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
        rows.addAll(counts.rows(closing::reachedDueMillis));
        return rows;
    }
}
