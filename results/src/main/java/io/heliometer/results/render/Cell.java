package io.heliometer.results.render;

import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.TrialRecord;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a table.
 *
 * @param text what it says; the tone never says more than the text
 * @param tone how it is emphasised: {@code plain}, {@code good}, {@code bad} or {@code absent}
 */
record Cell(String text, String tone) {

    static Cell of(Object text) {
        return new Cell(text.toString(), "plain");
    }

    static Cell bad(String text) {
        return new Cell(text, "bad");
    }

    /** Returns "n/a" with the reason, which is what stands where there is no value. */
    static Cell absent(String reason) {
        return new Cell("n/a (" + reason + ")", "absent");
    }

    static Cell outcome(Outcome outcome) {
        if (outcome.valid()) {
            return new Cell("✓ " + outcome, "good");
        }
        return outcome.failsTheRun() ? bad("✗ " + outcome) : new Cell("– " + outcome, "absent");
    }

    /** Returns a figure of a trial, published only if the trial completed. */
    static Cell measured(TrialRecord trial, @Nullable Double value) {
        return value == null || !trial.outcome().valid()
                ? absent(Absence.reason(trial))
                : of(Numbers.measured(value));
    }

    /** Returns a count of a trial, published only if the trial completed. */
    static Cell count(TrialRecord trial, @Nullable Number value) {
        return value == null || !trial.outcome().valid()
                ? absent(Absence.reason(trial))
                : of(Numbers.count(value.doubleValue()));
    }
}
