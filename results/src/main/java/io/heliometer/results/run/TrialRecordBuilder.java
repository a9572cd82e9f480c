package io.heliometer.results.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link TrialRecord} step by step, because two dozen arguments in a row hide mistakes.
 * Defaults: block 1, attempt 1, variant {@code default}, transport {@code kafka}, no examples;
 * measurements are absent until given. The rest must be given and {@link #build} says what is not.
 */
public final class TrialRecordBuilder {
    private final String run;
    private final String trial;
    private int block = 1;
    private int attempt = 1;
    private @Nullable String engine;
    private @Nullable String engineVersion;
    private String variant = "default";
    private @Nullable String guarantee;
    private @Nullable String query;
    private String transport = "kafka";
    private @Nullable String kind;
    private @Nullable Load load;
    private @Nullable String fault;
    private @Nullable Recovery recovery;
    private @Nullable Outcome outcome;
    private @Nullable String reason;
    private @Nullable Correctness correctness;
    private @Nullable RulesFound rules;
    private @Nullable Throughput throughput;
    private @Nullable LatencyMillis latencyMillis;
    private @Nullable SendDelayMillis sendDelayMillis;
    private @Nullable Resources resources;
    private List<String> correctnessExamples = List.of();
    private @Nullable String inputDigest;
    private @Nullable Instant startedAt;
    private @Nullable Double elapsedSeconds;

    TrialRecordBuilder(String run, String trial) {
        this.run = run;
        this.trial = trial;
    }

    /** Sets the pass over all engines, and the repetition within it; both count from 1. */
    public TrialRecordBuilder block(int newBlock, int newAttempt) {
        block = newBlock;
        attempt = newAttempt;
        return this;
    }

    /** Sets the engine, its version and its settings variant. */
    public TrialRecordBuilder engine(String newEngine, String newVersion, String newVariant) {
        engine = newEngine;
        engineVersion = newVersion;
        variant = newVariant;
        return this;
    }

    /** Sets the delivery guarantee that the engine claims. */
    public TrialRecordBuilder guarantee(@Nullable String newGuarantee) {
        guarantee = newGuarantee;
        return this;
    }

    /** Sets the query and the transport that carries its records. */
    public TrialRecordBuilder query(String newQuery, String newTransport) {
        query = newQuery;
        transport = newTransport;
        return this;
    }

    /** Sets the kind of trial and its load. */
    public TrialRecordBuilder load(String newKind, Load newLoad) {
        kind = newKind;
        load = newLoad;
        return this;
    }

    /** Sets the injected fault. */
    public TrialRecordBuilder fault(@Nullable String newFault) {
        fault = newFault;
        return this;
    }

    /** Sets how the engine came back from the fault. */
    public TrialRecordBuilder recovery(@Nullable Recovery newRecovery) {
        recovery = newRecovery;
        return this;
    }

    /** Sets how the trial ended and why. */
    public TrialRecordBuilder outcome(Outcome newOutcome, @Nullable String newReason) {
        outcome = newOutcome;
        reason = newReason;
        return this;
    }

    /** Sets the oracle's verdict and its first examples. */
    public TrialRecordBuilder correctness(
            @Nullable Correctness newCorrectness, List<String> newExamples) {
        correctness = newCorrectness;
        correctnessExamples = newExamples;
        return this;
    }

    /** Sets what the monitoring rules found in its rows. */
    public TrialRecordBuilder rules(@Nullable RulesFound newRules) {
        rules = newRules;
        return this;
    }

    /** Sets the throughput. */
    public TrialRecordBuilder throughput(@Nullable Throughput newThroughput) {
        throughput = newThroughput;
        return this;
    }

    /** Sets the latency. */
    public TrialRecordBuilder latencyMillis(@Nullable LatencyMillis newLatency) {
        latencyMillis = newLatency;
        return this;
    }

    /** Sets the generator's own delay. */
    public TrialRecordBuilder sendDelayMillis(@Nullable SendDelayMillis newSendDelay) {
        sendDelayMillis = newSendDelay;
        return this;
    }

    /** Sets the resources. */
    public TrialRecordBuilder resources(@Nullable Resources newResources) {
        resources = newResources;
        return this;
    }

    /** Sets the digest of the input. */
    public TrialRecordBuilder inputDigest(@Nullable String newDigest) {
        inputDigest = newDigest;
        return this;
    }

    /** Sets when the trial started and how long it took. */
    public TrialRecordBuilder time(Instant newStart, @Nullable Double newElapsedSeconds) {
        startedAt = newStart;
        elapsedSeconds = newElapsedSeconds;
        return this;
    }

    /**
     * Returns the record.
     *
     * @throws IllegalArgumentException if something that must be given was not
     */
    public TrialRecord build() {
        return new TrialRecord(
                TrialRecord.SCHEMA_VERSION,
                run,
                trial,
                block,
                Checks.text("engine", engine),
                Checks.text("engineVersion", engineVersion),
                variant,
                guarantee,
                Checks.text("query", query),
                transport,
                Checks.text("kind", kind),
                Checks.present("load", load),
                fault,
                recovery,
                Checks.present("outcome", outcome),
                reason,
                correctness,
                rules,
                throughput,
                latencyMillis,
                sendDelayMillis,
                resources,
                attempt,
                correctnessExamples,
                inputDigest,
                Checks.present("startedAt", startedAt),
                elapsedSeconds);
    }
}
