package io.heliometer.results.store;

import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;

import java.util.List;

/**
 * Everything read back from a run's folder.
 *
 * @param run the content of run.json
 * @param trials the lines of trials.jsonl in the order in which they were written
 * @param notes what reading found and tolerated, one sentence each
 */
public record StoredRun(RunRecord run, List<TrialRecord> trials, List<String> notes) {

    /** Copies the lists. */
    public StoredRun {
        trials = List.copyOf(trials);
        notes = List.copyOf(notes);
    }
}
