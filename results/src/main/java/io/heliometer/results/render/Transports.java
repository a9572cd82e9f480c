package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;

import java.util.List;

/** Transports of trials, and what the report says wherever several stand together. */
final class Transports {
    /** The service of that name, or its local stand-in. */
    static final String KINESIS = "kinesis";

    /**
     * Brokers, clients and their costs differ, so an order of such rows says nothing of engines.
     */
    static final String NO_RANKING = "Rows of different transports are not a ranking.";

    private Transports() {}

    /** Returns the transports of these trials, by name. */
    static List<String> of(List<TrialRecord> trials) {
        return trials.stream().map(TrialRecord::transport).distinct().sorted().toList();
    }

    /** Returns the sentence, to stand behind another one; empty if there is one transport. */
    static String note(List<TrialRecord> trials) {
        return of(trials).size() > 1 ? " " + NO_RANKING : "";
    }
}
