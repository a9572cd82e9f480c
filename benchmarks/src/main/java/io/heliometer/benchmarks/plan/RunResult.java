package io.heliometer.benchmarks.plan;

import io.heliometer.results.run.TrialRecord;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that came to its end.
 *
 * @param folder where everything is
 * @param trials in the order in which they ended, repeated ones included
 */
public record RunResult(Path folder, List<TrialRecord> trials) {
    public RunResult {
        trials = List.copyOf(trials);
    }

    /** Returns whether the last attempt of every trial is valid, or was rightly not run. */
    public boolean valid() {
        Map<String, TrialRecord> last = new HashMap<>();
        for (TrialRecord trial : trials) {
            last.put(trial.block() + trial.engine() + trial.query() + trial.kind(), trial);
        }
        return last.values().stream().noneMatch(trial -> trial.outcome().failsTheRun());
    }
}
