package io.heliometer.results.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of trials.jsonl: one engine, one query, one load, at most one fault.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param run id of the run
 * @param trial id of the trial, unique in its run
 * @param block pass over all engines that the trial belongs to, from 1
 * @param engine name as on the command line, such as {@code flink}
 * @param engineVersion version of the engine
 * @param variant of the engine's settings, such as {@code default} or {@code tuned}
 * @param guarantee what the engine claims with these settings, {@link #EXACTLY_ONCE} or
 *     {@link #AT_LEAST_ONCE}; null if it did not come to say so
 * @param query such as {@code Q3}
 * @param transport such as {@code kafka}
 * @param kind {@code drain} or {@code open-loop}
 * @param load what was planned
 * @param fault the fault injected, such as {@link #KILL_WORKER}; null if none
 * @param recovery from the fault; null if there was none, or the trial did not come that far
 * @param outcome how it ended
 * @param reason why; null if there is nothing to say
 * @param correctness the oracle's verdict; null if it was not asked
 * @param rules what the monitoring rules found in its rows; null if no rule works on them, or
 *     nobody knows the truth of the input
 * @param throughput null if not measured
 * @param latencyMillis null if not measured
 * @param sendDelayMillis null if nothing was paced
 * @param resources null if not measured
 * @param attempt 1 for the first; a noisy trial is repeated, and both are kept
 * @param correctnessExamples first missing, duplicate and wrong rows, one text each
 * @param inputDigest digest of the input records, equal for engines that read the same
 * @param startedAt start of the trial
 * @param elapsedSeconds whole trial, start-up and verification included
 */
public record TrialRecord(
        int schemaVersion,
        String run,
        String trial,
        int block,
        String engine,
        String engineVersion,
        String variant,
        @Nullable String guarantee,
        String query,
        String transport,
        String kind,
        Load load,
        @Nullable String fault,
        @Nullable Recovery recovery,
        Outcome outcome,
        @Nullable String reason,
        @Nullable Correctness correctness,
        @Nullable RulesFound rules,
        @Nullable Throughput throughput,
        @Nullable LatencyMillis latencyMillis,
        @Nullable SendDelayMillis sendDelayMillis,
        @Nullable Resources resources,
        int attempt,
        List<String> correctnessExamples,
        @Nullable String inputDigest,
        Instant startedAt,
        @Nullable Double elapsedSeconds) {

    /** Version of the line's fields. */
    public static final int SCHEMA_VERSION = 2;

    /** Kind of a trial that drains a pre-filled topic. */
    public static final String DRAIN = "drain";

    /** Kind of a trial whose load follows a schedule. */
    public static final String OPEN_LOOP = "open-loop";

    /** Fault: SIGKILL to one worker process, which is then started again. */
    public static final String KILL_WORKER = "kill-worker";

    /** The claim that every row is written once, whatever fails. */
    public static final String EXACTLY_ONCE = "exactly-once";

    /** The claim that no row is lost, and that a fault may write some of them again. */
    public static final String AT_LEAST_ONCE = "at-least-once";

    /** Checks what must be there and copies the examples. */
    public TrialRecord {
        Checks.schema(SCHEMA_VERSION, schemaVersion);
        Checks.text("run", run);
        Checks.text("trial", trial);
        Checks.atLeast(1, "block", block);
        Checks.text("engine", engine);
        Checks.text("engineVersion", engineVersion);
        Checks.text("variant", variant);
        Checks.text("query", query);
        Checks.text("transport", transport);
        Checks.text("kind", kind);
        Checks.present("load", load);
        Checks.present("outcome", outcome);
        Checks.atLeast(1, "attempt", attempt);
        correctnessExamples =
                List.copyOf(Checks.present("correctnessExamples", correctnessExamples));
        Checks.present("startedAt", startedAt);
    }

    /** Returns a builder for the trial with this id; the builder says what has a default. */
    public static TrialRecordBuilder builder(String run, String trial) {
        return new TrialRecordBuilder(run, trial);
    }
}
