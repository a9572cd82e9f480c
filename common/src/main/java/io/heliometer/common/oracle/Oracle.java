package io.heliometer.common.oracle;

import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;

import java.util.List;

/**
 * Answers one query over a whole run, single-threaded, in memory, by its most literal definition.
 * It shares record parsing (the payload's hash included) and exact division with the engines, and
 * nothing else.
 */
public interface Oracle {
    /** The queries that there is an oracle for, in the order in which they are told. */
    List<String> QUERIES = List.of("Q0", "Q1", "Q2", "Q3", "Q5", "Q6", "M");

    /** Takes the next record of a partition; partitions may be fed in any order. */
    void accept(ScheduledRecord scheduled);

    /** Returns every expected row, in no particular order. Called once. */
    List<ExpectedRow> finish();

    /**
     * Returns the expected rows of a query over a workload.
     *
     * @throws IllegalArgumentException if the query is unknown
     * @throws EmptyExpectationException if nothing is expected, which proves nothing
     */
    static List<ExpectedRow> answer(String query, Workload workload) {
        Oracle oracle = of(query, workload);
        for (int partition = 0; partition < workload.partitions(); partition++) {
            RecordCursor cursor = workload.open(partition);
            for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
                oracle.accept(next);
            }
        }
        List<ExpectedRow> rows = oracle.finish();
        if (rows.isEmpty()) {
            throw new EmptyExpectationException(query);
        }
        return rows;
    }

    /** Returns a fresh oracle for a query. */
    static Oracle of(String query, Workload workload) {
        PanelRegistry registry = workload.registry();
        return switch (query) {
            case "Q0" -> new ValidateReadingsOracle(new TrustRules(registry, workload.horizon()));
            case "Q1" -> trusted(workload, Retransmissions.HOUR, new DeduplicateReadingsOracle());
            case "Q2" ->
                trusted(workload, Retransmissions.HOUR, new EnrichReadingsOracle(registry));
            case "Q3" ->
                trusted(
                        workload,
                        StringRollupOracle.FIVE_MINUTES,
                        new StringRollupOracle(registry));
            case "Q5" ->
                trusted(
                        workload,
                        PeerComparisonOracle.FIFTEEN_MINUTES,
                        new PeerComparisonOracle(registry));
            case "Q6" -> trusted(workload, 1, new SilentDevicesOracle(workload));
            case "M" -> new PlantMonitorOracle(workload);
            default ->
                throw new IllegalArgumentException(
                        "query must be one of " + String.join(", ", QUERIES) + ", was " + query);
        };
    }

    private static Oracle trusted(Workload workload, long grainMillis, TrustedQuery query) {
        return new TrustedOracle(new Sieve(workload, grainMillis), query);
    }
}
