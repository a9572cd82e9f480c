package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;

/** Why a value is not there: a hole in a table is a question, so it is answered in place. */
final class Absence {
    private Absence() {}

    /** Returns the reason in a word or two. */
    static String reason(TrialRecord trial) {
        return trial.outcome().valid() ? "not measured" : trial.outcome().name();
    }

    /** Returns the reason as it stands where there is little room. */
    static String inLegend(TrialRecord trial) {
        return "n/a (" + reason(trial) + ")";
    }

    /** Returns the reason as it stands in a chart in place of the drawing. */
    static String inChart(TrialRecord trial) {
        return trial.outcome().valid()
                ? "n/a (not measured)"
                : "n/a (" + trial.outcome() + ": no figure is published)";
    }
}
