package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultType;
import io.heliometer.results.run.MonitoringRule;

/**
 * One time that a rule fired.
 *
 * @param rule which
 * @param asset what it fired for
 * @param guess the type of fault that the rule takes it for
 * @param startMillis first event time that shows it, ms UTC
 * @param endMillis first event time after, ms UTC
 * @param alertMillis event time at which it is decidable: a window's end, or a deadline, ms UTC
 */
record Alert(
        MonitoringRule rule,
        Asset asset,
        FaultType guess,
        long startMillis,
        long endMillis,
        long alertMillis) {
    Alert {
        if (endMillis <= startMillis) {
            throw new IllegalArgumentException(
                    "endMillis must be > startMillis, was " + endMillis + " <= " + startMillis);
        }
    }
}
