package io.heliometer.benchmarks.plan;

import org.jspecify.annotations.Nullable;

/**
 * One trial of the plan: one engine, one query, one load.
 *
 * @param block pass over all engines, from 1
 * @param engine under test
 * @param query such as {@code Q3}
 * @param input what it reads
 * @param fault such as {@code kill-worker}; null for none
 * @param attempt from 1; a noisy trial is repeated
 */
public record TrialSpec(
        int block,
        EngineFolder engine,
        String query,
        Input input,
        @Nullable String fault,
        int attempt) {
    /** Returns the id of the trial, unique in its run; also the name of its folders and topics. */
    public String id() {
        String base = "b" + block + "-" + engine.name() + "-" + query + "-" + input.kind()
                + (fault == null ? "" : "-" + fault);
        return attempt == 1 ? base : base + "-a" + attempt;
    }

    /** Returns the same trial once more. */
    public TrialSpec again() {
        return new TrialSpec(block, engine, query, input, fault, attempt + 1);
    }
}
