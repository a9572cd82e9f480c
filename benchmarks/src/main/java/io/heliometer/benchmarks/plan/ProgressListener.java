package io.heliometer.benchmarks.plan;

import io.heliometer.results.run.TrialRecord;

/** Hears how a run goes on; called from the thread that runs the trials. */
public interface ProgressListener {
    /** A step of the run begins, in plain words. */
    void step(String text);

    /** A trial begins. */
    void started(TrialSpec spec, int number, int planned);

    /** So many rows of a trial were seen; called often. */
    void rows(TrialSpec spec, long seen, long expected);

    /** A trial has ended and is in the run's folder. */
    void ended(TrialRecord trial);
}
