package io.heliometer.common.fleet;

import io.heliometer.common.model.FaultLabel;

import java.util.List;

/**
 * When a rule can see a fault.
 *
 * @param fromMillis first moment, ms UTC, or {@link FaultLabel#NEVER}
 * @param toMillis first moment after, ms UTC, or {@link FaultLabel#NEVER}
 * @param rules those that should find it
 */
record Observation(long fromMillis, long toMillis, List<String> rules) {
    static final Observation NONE = new Observation(FaultLabel.NEVER, FaultLabel.NEVER, List.of());

    /** Returns the span that covers this one and another of the same rule. */
    Observation and(long otherFromMillis, long otherToMillis, String rule) {
        return rules.isEmpty()
                ? new Observation(otherFromMillis, otherToMillis, List.of(rule))
                : new Observation(
                        Math.min(fromMillis, otherFromMillis),
                        Math.max(toMillis, otherToMillis),
                        rules);
    }
}
