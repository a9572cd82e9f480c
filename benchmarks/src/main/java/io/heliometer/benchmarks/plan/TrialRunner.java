package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.KilledProcess;
import io.heliometer.benchmarks.transport.TopicSpec;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.benchmarks.transport.TransportFailure;
import io.heliometer.benchmarks.verify.Verdict;
import io.heliometer.benchmarks.verify.Verifier;
import io.heliometer.common.oracle.EmptyExpectationException;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.TrialRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs one trial from the first process to its record. Every trial ends in an Outcome, none in a
 * stack trace.
 */
public final class TrialRunner {
    private final TrialContext context;
    private final ProgressListener progress;

    /**
     * Creates a runner.
     *
     * @param context what all trials share; the shared input topic of drain trials must be filled
     */
    public TrialRunner(TrialContext context, ProgressListener progress) {
        this.context = context;
        this.progress = progress;
    }

    /** Runs the trial and returns its record. */
    public TrialRecord run(TrialSpec spec) throws InterruptedException, IOException {
        Instant startedAt = Instant.now();
        long startedNanos = System.nanoTime();
        TrialReport report = new TrialReport(context, spec);
        EngineDescription engine = spec.engine().description();
        Optional<String> refusal = engine.refusal(spec.query(), context.variant());
        if (refusal.isPresent()) {
            report.fail(Outcome.UNSUPPORTED, refusal.get());
        } else if (context.transports().find(engine.transport()).isEmpty()) {
            report.fail(Outcome.SKIPPED, context.transports().reason(engine.transport()));
        } else {
            List<ExpectedRow> expected = expectation(spec, report);
            if (!expected.isEmpty()) {
                runOnTransport(spec, expected, report);
            }
        }
        return report.build(startedAt, (System.nanoTime() - startedNanos) / 1e9);
    }

    /** An empty expectation proves nothing: it ends the trial, and no other. */
    private static List<ExpectedRow> expectation(TrialSpec spec, TrialReport report) {
        try {
            return spec.input().expected(spec.query());
        } catch (EmptyExpectationException e) {
            report.fail(Outcome.FAILED, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void runOnTransport(TrialSpec spec, List<ExpectedRow> expected, TrialReport report)
            throws IOException, InterruptedException {
        TrialTopics topics = TrialTopics.of(spec);
        try {
            createTopics(spec, topics);
            runProcesses(spec, expected, report);
        } catch (TransportFailure e) {
            report.fail(Outcome.FAILED, "the transport failed: " + e.getMessage());
        } finally {
            deleteTopics(spec, topics);
        }
    }

    private void createTopics(TrialSpec spec, TrialTopics topics) throws InterruptedException {
        int partitions = spec.input().workload().partitions();
        Transport transport = context.transport(spec);
        transport.createTopics(topics.own().stream()
                .map(name -> TopicSpec.logAppendTime(name, partitions))
                .toList());
        transport.register(JobFile.applicationId(spec));
    }

    private void deleteTopics(TrialSpec spec, TrialTopics topics) throws InterruptedException {
        try {
            context.transport(spec).deleteTopics(topics.own());
            context.transport(spec).unregister(JobFile.applicationId(spec));
        } catch (TransportFailure e) {
            progress.step("topics of a finished trial stay: " + e.getMessage());
        }
    }

    private void runProcesses(TrialSpec spec, List<ExpectedRow> expected, TrialReport report)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(context.workFolder().resolve(spec.id()));
        TrialProcesses processes = new TrialProcesses(context, spec.id());
        TrialAttempt attempt = new TrialAttempt(context, spec, processes, progress);
        try {
            attempt.run(folder, expected.size());
        } catch (TrialFailure e) {
            report.fail(e.outcome(), e.reason());
        }
        finish(attempt, processes, report);
        Verdict verdict = Verifier.verify(expected, attempt.facts().observations);
        report.measured(attempt.facts(), verdict);
    }

    private static void finish(TrialAttempt attempt, TrialProcesses processes, TrialReport report)
            throws IOException, InterruptedException {
        try {
            attempt.finish();
        } catch (TrialFailure e) {
            report.fail(e.outcome(), e.reason());
        } finally {
            List<KilledProcess> left = processes.stopAll();
            if (!left.isEmpty()) {
                report.fail(
                        Outcome.FAILED,
                        "left " + left.size() + " process(es) behind, killed: " + left);
            }
        }
    }
}
