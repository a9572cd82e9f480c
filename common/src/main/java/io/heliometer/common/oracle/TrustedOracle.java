package io.heliometer.common.oracle;

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
        Panel version = ReadingCodec.arrival(scheduled.payload()).registration();
        if (version != null) {
            query.announce(version);
            return;
        }
        TrustedReading reading = sieve.trusted(scheduled);
        if (reading != null) {
            query.add(reading);
        }
    }

    @Override
    public List<ExpectedRow> finish() {
        return query.rows(sieve);
    }
}
