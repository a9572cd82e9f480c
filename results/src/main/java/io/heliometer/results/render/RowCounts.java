package io.heliometer.results.render;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.TrialRecord;

import org.jspecify.annotations.Nullable;

/** Counts of rows that should not be, as cells; shown for invalid trials too. */
final class RowCounts {
    private RowCounts() {}

    /** Returns a count of which any but zero is bad. */
    static Cell mistakes(@Nullable Long count) {
        return mistakes(count, "not checked");
    }

    static Cell mistakes(@Nullable Long count, String whyAbsent) {
        if (count == null) {
            return Cell.absent(whyAbsent);
        }
        return count == 0 ? Cell.of("0") : Cell.bad(Numbers.count(count));
    }

    /** Returns the duplicates, which are not bad where the engine's claim allows them. */
    static Cell duplicates(TrialRecord trial) {
        Correctness checked = trial.correctness();
        Long count = checked == null ? null : checked.duplicate();
        return count != null && count > 0 && Claim.allowsDuplicates(trial)
                ? Cell.of(Numbers.count(count) + " (allowed)")
                : mistakes(count);
    }
}
