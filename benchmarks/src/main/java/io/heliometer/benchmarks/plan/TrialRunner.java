package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.KilledProcess;
import io.heliometer.benchmarks.transport.TopicSpec;
import io.heliometer.benchmarks.transport.TransportFailure;
import io.heliometer.benchmarks.verify.Verdict;
import io.heliometer.benchmarks.verify.Verifier;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.TrialRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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
        if (!spec.engine().description().queries().contains(spec.query())) {
            report.fail(
                    Outcome.UNSUPPORTED,
                    spec.engine().name() + " does not declare " + spec.query());
        } else {
            List<ExpectedRow> expected = spec.input().expected(spec.query());
            TrialTopics topics = TrialTopics.of(spec);
            try {
                createTopics(spec, topics);
                runProcesses(spec, expected, report);
            } catch (TransportFailure e) {
                report.fail(Outcome.FAILED, "the broker failed: " + e.getMessage());
            } finally {
                deleteTopics(topics);
            }
        }
        return report.build(startedAt, (System.nanoTime() - startedNanos) / 1e9);
    }

    private void createTopics(TrialSpec spec, TrialTopics topics) throws InterruptedException {
        int partitions = spec.input().workload().partitions();
        context.broker()
                .createTopics(topics.own().stream()
                        .map(name -> TopicSpec.logAppendTime(name, partitions))
                        .toList());
    }

    private void deleteTopics(TrialTopics topics) throws InterruptedException {
        try {
            context.broker().deleteTopics(topics.own());
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
