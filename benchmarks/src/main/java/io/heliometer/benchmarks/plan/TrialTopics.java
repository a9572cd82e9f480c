package io.heliometer.benchmarks.plan;

import java.util.List;

/**
 * The topics of one trial.
 *
 * @param panel input; shared by all drain trials, as they read the same records
 * @param results result rows
 * @param rejects reject rows
 */
record TrialTopics(String panel, String results, String rejects) {
    /** The input topic of every drain trial. */
    static final String SHARED = "panel-drain";

    static TrialTopics of(TrialSpec spec) {
        String panel = spec.input().paced() ? "panel-" + spec.id() : SHARED;
        return new TrialTopics(panel, "results-" + spec.id(), "rejects-" + spec.id());
    }

    /** Returns the topics that belong to this trial alone. */
    List<String> own() {
        return panel.equals(SHARED) ? List.of(results, rejects) : List.of(panel, results, rejects);
    }
}
