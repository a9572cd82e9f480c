package io.heliometer.common.oracle;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.OutputTopic;

import java.util.ArrayList;
import java.util.List;

/**
 * Q2 by its definition: collect all readings and all versions, then let each reading look for its
 * version among all of them.
 */
final class EnrichReadingsOracle implements TrustedQuery {
    private final Versions versions;
    private final List<TrustedReading> readings = new ArrayList<>();

    EnrichReadingsOracle(PanelRegistry registry) {
        this.versions = new Versions(registry);
    }

    @Override
    public void announce(Panel version) {
        versions.add(version);
    }

    @Override
    public void add(TrustedReading reading) {
        readings.add(reading);
    }

    @Override
    public List<ExpectedRow> rows(Sieve sieve) {
        List<ExpectedRow> rows = new ArrayList<>(readings.size());
        for (TrustedReading reading : readings) {
            Panel version = versions.joined(reading);
            rows.add(
                    version == null
                            ? Versions.unregistered(reading)
                            : enriched(reading.of(version)));
        }
        return rows;
    }

    private static ExpectedRow enriched(TrustedReading reading) {
        Panel version = reading.panel();
        String power = "";
        String yieldPpm = "";
        if (reading.hasPower()) {
            long milliWatts = reading.powerMilliWatts();
            power = Long.toString(milliWatts);
            yieldPpm = Long.toString(Ratio.div(milliWatts * 1_000_000, version.pdc0MilliWatts()));
        }
        String row = String.join(
                ",",
                Integer.toString(reading.device()),
                Long.toString(reading.reading().sequence()),
                Long.toString(reading.eventTimeMillis()),
                Integer.toString(version.string()),
                Integer.toString(version.inverter()),
                Integer.toString(version.site()),
                Integer.toString(version.version()),
                power,
                yieldPpm);
        long due = reading.dueMillis();
        return new ExpectedRow(OutputTopic.RESULTS, row, 2, reading.partition(), due, due);
    }
}
