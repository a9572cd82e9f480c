package io.heliometer.common.oracle;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.OutputTopic;

import java.util.ArrayList;
import java.util.List;

/** Q1 by its definition: the first of each device and sequence is kept, the others are counted. */
final class DeduplicateReadingsOracle implements TrustedQuery {
    private final Deduplication deduplication = new Deduplication();
    private final Retransmissions retransmissions = new Retransmissions();
    private final List<ExpectedRow> rows = new ArrayList<>();

    @Override
    public void add(TrustedReading reading) {
        if (deduplication.isFirst(reading)) {
            long due = reading.dueMillis();
            rows.add(new ExpectedRow(
                    OutputTopic.RESULTS,
                    keptRow(reading.reading()),
                    3,
                    reading.partition(),
                    due,
                    due));
        } else {
            retransmissions.add(reading);
        }
    }

    private static String keptRow(PanelReading reading) {
        return String.join(
                ",",
                "1",
                Integer.toString(reading.device()),
                Long.toString(reading.sequence()),
                Long.toString(reading.eventTimeMillis()),
                reading.hasVoltage() ? Integer.toString(reading.voltageMilliVolts()) : "",
                reading.hasCurrent() ? Integer.toString(reading.currentMilliAmperes()) : "",
                reading.hasTemperature() ? Integer.toString(reading.temperatureCentiCelsius()) : "",
                Integer.toString(reading.status()));
    }

    @Override
    public List<ExpectedRow> rows(Sieve sieve) {
        rows.addAll(retransmissions.rows(sieve));
        return rows;
    }
}
