package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.load.Schedule;
import io.heliometer.benchmarks.measure.Latencies;
import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.benchmarks.measure.RecoveryMeter;
import io.heliometer.benchmarks.verify.Verdict;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.Load;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.Recovery;
import io.heliometer.results.run.Resources;
import io.heliometer.results.run.RulesFound;
import io.heliometer.results.run.SendDelayMillis;
import io.heliometer.results.run.Throughput;
import io.heliometer.results.run.TransportLimit;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.run.TrialRecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns the facts of a trial into its record: which outcome, and which numbers may stand beside it.
 */
final class TrialReport {
    /** A load that is later than this at its 99th percentile was not the planned load, ms. */
    private static final double MAX_SEND_DELAY_MILLIS = 20;

    /** A load that took longer than planned by more than this was not the planned load. */
    private static final double MIN_PLAN_SHARE = 0.99;

    private static final double BYTES_PER_MIB = 1024.0 * 1024.0;
    private static final double MILLION = 1e6;

    /** A drain that reaches this share of the raw consumer's rate shows the transport. */
    private static final double MAX_LIMIT_SHARE = 0.9;

    /** A server that uses this share of its CPUs is what the trial waits for. */
    private static final double MAX_SERVER_SHARE = 0.9;

    private final TrialContext context;
    private final TrialSpec spec;
    private final TrialRecordBuilder record;
    private Outcome outcome = Outcome.COMPLETED;
    private @Nullable String reason;

    TrialReport(TrialContext context, TrialSpec spec) {
        this.context = context;
        this.spec = spec;
        this.record = TrialRecord.builder(context.run(), spec.id())
                .block(spec.block(), spec.attempt())
                .engine(
                        spec.engine().name(),
                        spec.engine().description().version(),
                        context.variant())
                .query(spec.query(), spec.engine().description().transport())
                .load(spec.input().kind(), load())
                .fault(spec.fault())
                .inputDigest(spec.input().digest().toString());
    }

    private Load load() {
        Input input = spec.input();
        return new Load(
                (long) input.workload().registry().panels().size(),
                input.paced() ? input.recordsPerSecond() : null,
                input.paced() ? input.speedup() : null,
                input.digest().count(),
                input.meanRecordBytes());
    }

    /** Ends the trial with an outcome; the first one stands, as the others follow from it. */
    void fail(Outcome failed, String why) {
        if (outcome == Outcome.COMPLETED) {
            outcome = failed;
            reason = why;
        }
    }

    /** Takes the facts in; which of them are there depends on how far the trial came. */
    void measured(TrialFacts facts, Verdict verdict) {
        record.correctness(
                new Correctness(
                        verdict.expected(),
                        verdict.missing(),
                        verdict.duplicate(),
                        verdict.wrong(),
                        boxed(facts.engineDropped)),
                verdict.examples());
        String guarantee =
                facts.guarantee == null ? spec.engine().description().guarantee() : facts.guarantee;
        record.guarantee(guarantee);
        Throughput throughput = throughput(facts);
        judge(facts, verdict, guarantee);
        judgeRules(facts);
        judgeTransport(facts, throughput);
        record.throughput(throughput);
        record.resources(resources(facts));
        LoadProcess.Loaded loaded = facts.loaded;
        if (loaded != null) {
            record.sendDelayMillis(new SendDelayMillis(loaded.p50Millis(), loaded.p99Millis()));
            if (!verdict.matches().isEmpty()) {
                Schedule schedule = spec.input().schedule(facts.loadStartMillis);
                record.latencyMillis(Latencies.of(verdict.matches(), schedule));
                record.recovery(recovery(facts, verdict, schedule));
            }
        }
    }

    private static @Nullable Recovery recovery(
            TrialFacts facts, Verdict verdict, Schedule schedule) {
        return facts.victim == null
                ? null
                : new RecoveryMeter(schedule, facts.injectedMillis, facts.loadEndMillis)
                        .of(facts.victim, verdict.matches());
    }

    /**
     * Returns whether the engine wrote a row that only the end of the input can give. It has read
     * to the end then, so rows that are missing are lost, and not still to come.
     */
    private static boolean reachedEnd(TrialSpec spec, Verdict verdict) {
        long end = spec.input().expected(spec.query()).stream()
                .mapToLong(ExpectedRow::closeDueMillis)
                .max()
                .orElseThrow();
        return verdict.matches().stream()
                .anyMatch(match -> match.expected().closeDueMillis() == end);
    }

    /** Under a fault, an engine that claims no more than at-least-once may write a row again. */
    private boolean keepsItsWord(Verdict verdict, String guarantee) {
        boolean onlyDuplicates = verdict.missing() == 0 && verdict.wrong() == 0;
        return verdict.correct()
                || (onlyDuplicates
                        && spec.fault() != null
                        && guarantee.equals(TrialRecord.AT_LEAST_ONCE));
    }

    /** Whether the transport was the limit is measured, never assumed. */
    private void judgeTransport(TrialFacts facts, @Nullable Throughput throughput) {
        TransportLimit limit = context.limits().get(spec.engine().description().transport());
        Double rate = throughput == null ? null : throughput.recordsPerSecond();
        if (!spec.input().paced()
                && limit != null
                && rate != null
                && rate >= MAX_LIMIT_SHARE * limit.recordsPerSecond()) {
            fail(
                    Outcome.TRANSPORT_LIMITED,
                    "drained " + Math.round(rate) + " records/s, a raw consumer "
                            + Math.round(limit.recordsPerSecond()) + ": at least 90 % of it");
        }
        if (facts.serverShare.orElse(0) >= MAX_SERVER_SHARE) {
            fail(
                    Outcome.TRANSPORT_LIMITED,
                    "the transport's server used "
                            + Math.round(facts.serverShare.getAsDouble() * 100)
                            + " % of its CPUs (limit 90 %)");
        }
        if (facts.throttledCount > 0) {
            fail(
                    Outcome.TRANSPORT_LIMITED,
                    "the transport refused " + facts.throttledCount
                            + " requests for its limits per second");
        }
    }

    /** Right rows have the oracle's score, so another one is a mistake of somebody. */
    private void judgeRules(TrialFacts facts) {
        RulesFound rules = spec.input().rules(spec.query(), facts.observations).orElse(null);
        record.rules(rules);
        if (rules != null && !rules.equalToOracle()) {
            fail(
                    Outcome.INCORRECT,
                    "the monitoring rules find other faults in its rows than in the oracle's");
        }
    }

    private void judge(TrialFacts facts, Verdict verdict, String guarantee) {
        if (spec.fault() != null && facts.victim == null) {
            fail(Outcome.FAILED, "the trial ended before the fault came");
        }
        if (!keepsItsWord(verdict, guarantee)) {
            if (outcome == Outcome.TIMED_OUT && reachedEnd(spec, verdict)) {
                outcome = Outcome.COMPLETED; // The next line says what it really is.
            }
            fail(
                    Outcome.INCORRECT,
                    verdict.missing() + " missing, " + verdict.duplicate() + " duplicate, "
                            + verdict.wrong() + " wrong of " + verdict.expected() + " rows");
        }
        if (facts.engineDropped.orElse(0) > 0) {
            fail(
                    Outcome.ENGINE_DROPPED,
                    "the engine dropped " + facts.engineDropped.getAsLong()
                            + " accepted records as late");
        }
        LoadProcess.Loaded loaded = facts.loaded;
        if (loaded != null && !loaded.digest().equals(spec.input().digest().toString())) {
            fail(
                    Outcome.FAILED,
                    "input digest must be " + spec.input().digest() + ", the generator sent "
                            + loaded.digest());
        }
        if (loaded != null
                && (loaded.p99Millis() > MAX_SEND_DELAY_MILLIS
                        || loaded.planShare() < MIN_PLAN_SHARE)) {
            fail(
                    Outcome.GENERATOR_LIMITED,
                    "send delay p99 was " + loaded.p99Millis() + " ms (limit "
                            + MAX_SEND_DELAY_MILLIS + "), plan share " + loaded.planShare()
                            + " (limit " + MIN_PLAN_SHARE + ")");
        }
    }

    private @Nullable Throughput throughput(TrialFacts facts) {
        List<Observation> rows = facts.observations;
        // On a schedule the rate is the schedule's, whatever the engine can do.
        if (rows.isEmpty() || spec.input().paced()) {
            return null;
        }
        LongSummaryStatistics appended =
                rows.stream().mapToLong(Observation::appendMillis).summaryStatistics();
        // An engine may read for long before its first row: ADR 18.
        Long ready = facts.readyMillis;
        long start = ready == null ? appended.getMin() : Math.min(appended.getMin(), ready);
        double seconds = (appended.getMax() - start) / 1000.0;
        if (seconds <= 0) {
            return null;
        }
        long records = spec.input().digest().count();
        return new Throughput(records, seconds, records / seconds);
    }

    private @Nullable Resources resources(TrialFacts facts) {
        if (facts.startupSeconds == null) {
            return null;
        }
        Double cpuSeconds = facts.workCpuMillis < 0 ? null : facts.workCpuMillis / 1000.0;
        Double perMillion = cpuSeconds == null
                ? null
                : cpuSeconds * MILLION / spec.input().digest().count();
        Double peakRssMiB = facts.peakResidentBytes.isPresent()
                ? facts.peakResidentBytes.getAsLong() / BYTES_PER_MIB
                : null;
        return new Resources(cpuSeconds, perMillion, peakRssMiB, facts.startupSeconds);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    TrialRecord build(Instant startedAt, double elapsedSeconds) {
        return record.outcome(outcome, reason).time(startedAt, elapsedSeconds).build();
    }
}
