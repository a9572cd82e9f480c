package io.heliometer.common.oracle;

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
    /** Takes the next record of a partition; partitions may be fed in any order. */
    void accept(ScheduledRecord scheduled);

    /** Returns every expected row, in no particular order. Called once. */
    List<ExpectedRow> finish();

    /**
     * Returns the expected rows of a query over a workload.
     *
     * @throws IllegalArgumentException if the query is unknown
     * @throws IllegalStateException if nothing is expected: an empty expectation proves nothing
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
            throw new IllegalStateException(
                    "expected rows of " + query + " must not be empty; use a longer run");
        }
        return rows;
    }

    /** Returns a fresh oracle for a query. */
    static Oracle of(String query, Workload workload) {
        TrustRules rules = new TrustRules(workload.registry(), workload.horizon());
        return switch (query) {
            case "Q0" -> new ValidateReadingsOracle(rules);
            case "Q3" -> new StringRollupOracle(rules, workload.registry());
            default ->
                throw new IllegalArgumentException("query must be one of Q0, Q3, was " + query);
        };
    }
}
