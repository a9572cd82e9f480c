package io.heliometer.common.oracle;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;

import java.util.List;

/** Feeds a query that stands behind Q0. */
final class TrustedOracle implements Oracle {
    private final Sieve sieve;
    private final TrustedQuery query;

    TrustedOracle(Sieve sieve, TrustedQuery query) {
        this.sieve = sieve;
        this.query = query;
    }

    @Override
    public void accept(ScheduledRecord scheduled) {
        Arrival arrival = ReadingCodec.arrival(scheduled.payload());
        Panel version = arrival.registration();
        if (version != null) {
            query.announce(version);
            return;
        }
        TrustedReading reading = sieve.trusted(scheduled, arrival.reading());
        if (reading != null) {
            query.add(reading);
        }
    }

    @Override
    public List<ExpectedRow> finish() {
        return query.rows(sieve);
    }
}
