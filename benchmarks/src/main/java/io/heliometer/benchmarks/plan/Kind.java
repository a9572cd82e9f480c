package io.heliometer.benchmarks.plan;

import io.heliometer.results.run.TrialRecord;

/** The kinds of trial, by the names that stand in results. */
final class Kind {
    /** A pre-filled topic, read as fast as the engine can: an upper bound. */
    static final String DRAIN = TrialRecord.DRAIN;

    /** Records on a schedule, whatever the engine does: latency. */
    static final String OPEN_LOOP = TrialRecord.OPEN_LOOP;

    private Kind() {}
}
