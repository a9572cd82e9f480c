package io.heliometer.benchmarks.plan;

import io.heliometer.results.run.Outcome;

/** Ends a trial early with an outcome and a reason that a person can act on. */
final class TrialFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final String reason;

    TrialFailure(Outcome outcome, String reason) {
        super(reason);
        this.outcome = outcome;
        this.reason = reason;
    }

    Outcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }
}
