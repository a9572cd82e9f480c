package io.heliometer.benchmarks.plan;

import java.util.List;

/**
 * A query as people know it.
 *
 * @param number as on the command line
 * @param name as in the specification and in every engine's sources
 * @param question what it answers
 */
public record QueryName(String number, String name, String question) {
    /** Every query that the oracle answers, in its order. */
    public static final List<QueryName> ALL = List.of(
            new QueryName("Q0", "ValidateReadings", "which records can be trusted?"),
            new QueryName("Q1", "DeduplicateReadings", "which are gateway retransmissions?"),
            new QueryName("Q2", "EnrichReadings", "what module was this, at that time?"),
            new QueryName("Q3", "StringRollup", "what did each string yield in 5 min?"),
            new QueryName("Q5", "PeerComparison", "which panel lags its string?"),
            new QueryName("Q6", "SilentDevices", "which device stopped talking?"),
            new QueryName(
                    "M",
                    "PlantMonitor",
                    "the monitoring application: Q0, Q1, Q2, then Q3, Q5 and Q6, in one job"));
}
