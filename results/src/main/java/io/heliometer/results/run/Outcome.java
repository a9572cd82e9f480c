package io.heliometer.results.run;

/** How a trial ended; every trial ends in exactly one, so that no result is a missing row. */
public enum Outcome {
    /**
     * Ran to its end, on schedule, and its rows equal the oracle's: the only valid outcome. Rows
     * that a fault made an at-least-once engine write again do not spoil it.
     */
    COMPLETED("ran to its end and its rows equal the oracle's"),
    /** Ran to its end with missing, duplicate or wrong rows. */
    INCORRECT("its rows differ from the oracle's"),
    /** The load generator did not keep its schedule, so the engine saw another load. */
    GENERATOR_LIMITED("the load generator did not keep its schedule"),
    /** The transport, and not the engine, was the limit: by measurement. */
    TRANSPORT_LIMITED("the transport, not the engine, was the limit"),
    /** The engine's own counter says that it dropped records as late. */
    ENGINE_DROPPED("the engine dropped records by its own count"),
    /** Reached a time limit of the harness. */
    TIMED_OUT("reached the time limit"),
    /** Failed to start or stopped by itself. */
    FAILED("the engine or the harness failed"),
    /** The engine declares that it does not do this. */
    UNSUPPORTED("the engine declares that it does not support this"),
    /** Not run, for the reason given. */
    SKIPPED("was not run");

    private final String meaning;

    Outcome(String meaning) {
        this.meaning = meaning;
    }

    /** Returns the outcome in plain words, to stand behind "the trial" or "because". */
    public String meaning() {
        return meaning;
    }

    /** Returns whether figures of the trial may be published. */
    public boolean valid() {
        return this == COMPLETED;
    }

    /** Returns whether the trial makes the run end with an error; what never ran does not. */
    public boolean failsTheRun() {
        return !valid() && this != UNSUPPORTED && this != SKIPPED;
    }
}
