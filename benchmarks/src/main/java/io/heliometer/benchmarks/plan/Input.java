package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.load.LoadProfile;
import io.heliometer.benchmarks.load.Schedule;
import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.benchmarks.score.RuleJudge;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.wire.Digest;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.results.run.RulesFound;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The input of all trials of one kind: the workload, the file that describes it to the load
 * generator, and what the oracle expects of it, computed when a query begins.
 */
public final class Input {
    private final String kind;
    private final Workload workload;
    private final Path file;
    private final double speedup;
    private final LoadProfile profile;
    private final Digest digest;
    private final long payloadBytes;
    private final List<FaultLabel> labels;
    private final RuleJudge ruleJudge;
    private String expectedQuery = "";
    private List<ExpectedRow> expected = List.of();

    /**
     * Creates an input and reads the workload, for its digest and size.
     *
     * @param kind of trial it serves
     * @param file the workload file
     * @param speedup of an open-loop trial; 0 for a drain
     */
    public Input(String kind, Workload workload, Path file, double speedup) {
        this(kind, workload, file, speedup, LoadProfile.CONSTANT);
    }

    /**
     * Creates an input whose rate follows a profile, and reads the workload.
     *
     * @param kind of trial it serves
     * @param file the workload file
     * @param speedup of an open-loop trial, on average; 0 for a drain
     * @param profile of an open-loop trial
     */
    public Input(String kind, Workload workload, Path file, double speedup, LoadProfile profile) {
        this.kind = kind;
        this.workload = workload;
        this.file = file;
        this.speedup = speedup;
        this.profile = profile;
        MergedCursor cursor = new MergedCursor(workload);
        Digest sum = Digest.EMPTY;
        long bytes = 0;
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            sum = sum.plus(next.hash());
            bytes += next.payload().length;
        }
        this.digest = sum;
        this.payloadBytes = bytes;
        this.labels = workload.labels();
        this.ruleJudge = new RuleJudge(workload, labels);
    }

    /**
     * Returns the rows that a correct engine writes. Those of the last query are kept: a plan goes
     * from query to query, and the rows of all of them would not fit in memory.
     */
    public List<ExpectedRow> expected(String query) {
        if (!query.equals(expectedQuery)) {
            expectedQuery = "";
            expected = List.of(); // Frees the old rows before the new ones come.
            expected = List.copyOf(Oracle.answer(query, workload));
            expectedQuery = query;
        }
        return expected;
    }

    /** Returns the truth about the input's faults, which no engine is told. */
    List<FaultLabel> labels() {
        return labels;
    }

    /** Returns what the monitoring rules find in rows; empty if nobody can say. */
    Optional<RulesFound> rules(String query, List<Observation> observed) {
        return ruleJudge.judge(query, expected(query), observed);
    }

    /** Returns the kind of trial. */
    public String kind() {
        return kind;
    }

    /** Returns the records. */
    public Workload workload() {
        return workload;
    }

    /** Returns the file that describes the workload to another process. */
    public Path file() {
        return file;
    }

    /** Returns whether the load follows a schedule. */
    public boolean paced() {
        return speedup > 0;
    }

    /** Returns how many times faster than event time the run goes; 0 for a drain. */
    public double speedup() {
        return speedup;
    }

    /** Returns how the rate goes; it matters only if the load is paced. */
    LoadProfile profile() {
        return profile;
    }

    /**
     * Returns when each record is due on the wall clock: the very mapping that the generator uses.
     *
     * @param startMillis wall clock at the origin, ms UTC
     */
    Schedule schedule(long startMillis) {
        return new Schedule(
                startMillis,
                workload.horizon().startMillis(),
                workload.horizon().lengthMillis(),
                speedup,
                profile);
    }

    /** Returns the digest of all records, end-of-stream markers included. */
    public Digest digest() {
        return digest;
    }

    /** Returns the mean size of a payload, bytes. */
    double meanRecordBytes() {
        return (double) payloadBytes / digest.count();
    }

    /** Returns how long the load takes if it is on schedule, s; 0 for a drain. */
    double plannedSeconds() {
        return paced() ? workload.horizon().lengthMillis() / 1000.0 / speedup : 0;
    }

    /** Returns the planned rate, records/s; 0 for a drain. */
    public double recordsPerSecond() {
        return paced() ? digest.count() * 1000.0 * speedup / workload.horizon().lengthMillis() : 0;
    }
}
