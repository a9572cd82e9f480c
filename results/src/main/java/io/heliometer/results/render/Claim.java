package io.heliometer.results.render;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.TrialRecord;

/** What an engine's delivery guarantee allows a fault to do; all else is a mistake. */
final class Claim {
    private Claim() {}

    /** Returns whether rows may be written again: only after a fault, and only if claimed so. */
    static boolean allowsDuplicates(TrialRecord trial) {
        return trial.fault() != null && TrialRecord.AT_LEAST_ONCE.equals(trial.guarantee());
    }

    /** Returns whether the trial is valid although it wrote rows again. */
    static boolean excusesDuplicates(TrialRecord trial) {
        Correctness checked = trial.correctness();
        Long duplicate = checked == null ? null : checked.duplicate();
        return trial.outcome().valid()
                && allowsDuplicates(trial)
                && duplicate != null
                && duplicate > 0;
    }

    /** Returns the claim itself. */
    static Cell guarantee(TrialRecord trial) {
        String guarantee = trial.guarantee();
        return guarantee == null ? Cell.absent("not stated") : Cell.of(guarantee);
    }
}
