package io.heliometer.common.oracle;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;

import java.util.ArrayList;
import java.util.List;

/**
 * M by its definition, one stage after the other: Q0 over all records, Q1 over what is left, and
 * when every version is known Q2 over what is left then; Q3, Q5 and Q6 look at the rest.
 */
final class PlantMonitorOracle implements Oracle {
    private final Sieve sieve;
    private final TrustRules rules;
    private final RejectCounts rejectCounts;
    private final Deduplication deduplication = new Deduplication();
    private final Retransmissions retransmissions = new Retransmissions();
    private final Versions versions;
    private final List<TrustedReading> distinct = new ArrayList<>();
    private final List<ExpectedRow> rows = new ArrayList<>();
    private final TrustedQuery stringRollup;
    private final TrustedQuery peerComparison;
    private final TrustedQuery silentDevices;

    PlantMonitorOracle(Workload workload) {
        PanelRegistry registry = workload.registry();
        this.sieve = new Sieve(workload, 1);
        this.rules = new TrustRules(registry, workload.horizon());
        this.rejectCounts = new RejectCounts(rules);
        this.versions = new Versions(registry);
        this.stringRollup = new StringRollupOracle(registry);
        this.peerComparison = new PeerComparisonOracle(registry);
        this.silentDevices = new SilentDevicesOracle(workload);
    }

    @Override
    public void accept(ScheduledRecord scheduled) {
        Arrival arrival = ReadingCodec.arrival(scheduled.payload());
        Panel version = arrival.registration();
        if (version != null) {
            versions.add(version);
            return;
        }
        PanelReading reading = arrival.reading();
        TrustedReading trusted = sieve.trusted(scheduled, reading);
        if (trusted == null) {
            reject(scheduled, arrival);
        } else if (deduplication.isFirst(trusted)) {
            distinct.add(trusted);
        } else {
            retransmissions.add(trusted);
        }
    }

    private void reject(ScheduledRecord scheduled, Arrival arrival) {
        if (arrival.isFlush()) {
            return;
        }
        PanelReading reading = arrival.reading();
        int reason = rules.firstFailing(reading);
        rows.add(ValidateReadingsOracle.rejected(scheduled, reading, reason));
        if (reading != null) {
            rejectCounts.add(scheduled, reading, reason);
        }
    }

    @Override
    public List<ExpectedRow> finish() {
        for (TrustedReading reading : distinct) {
            Panel version = versions.joined(reading);
            if (version == null) {
                rows.add(Versions.unregistered(reading));
            } else {
                TrustedReading enriched = reading.of(version);
                stringRollup.add(enriched);
                peerComparison.add(enriched);
                silentDevices.add(enriched);
            }
        }
        number(0, rejectCounts.rows(sieve::completeDueMillis));
        number(1, retransmissions.rows(sieve));
        number(3, stringRollup.rows(sieve));
        number(5, peerComparison.rows(sieve));
        number(6, silentDevices.rows(sieve));
        return rows;
    }

    private void number(int query, List<ExpectedRow> plain) {
        for (ExpectedRow row : plain) {
            rows.add(new ExpectedRow(
                    OutputTopic.RESULTS,
                    query + "," + row.row(),
                    row.keyColumns() + 1,
                    row.partition(),
                    row.lastDueMillis(),
                    row.closeDueMillis()));
        }
    }
}
