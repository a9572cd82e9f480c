package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.results.run.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One trial while it goes on: starts observer, engine and load, waits for the rows, stops
 * everything. It only gathers facts; what they mean is decided in {@link TrialRunner}.
 */
final class TrialAttempt {
    private static final long TICK_MILLIS = 50;

    private final TrialContext context;
    private final TrialSpec spec;
    private final TrialTopics topics;
    private final TrialProcesses processes;
    private final ProgressListener progress;
    private final TrialFacts facts = new TrialFacts();
    private @Nullable ObserverProcess observer;
    private @Nullable EngineProcesses engine;
    private @Nullable LoadProcess load;

    TrialAttempt(
            TrialContext context,
            TrialSpec spec,
            TrialProcesses processes,
            ProgressListener progress) {
        this.context = context;
        this.spec = spec;
        this.topics = TrialTopics.of(spec);
        this.processes = processes;
        this.progress = progress;
    }

    TrialFacts facts() {
        return facts;
    }

    /** Runs the trial until every expected row was seen, or something went wrong. */
    void run(Path folder, long expectedRows)
            throws IOException, InterruptedException, TrialFailure {
        Path job = JobFile.write(context, spec, topics, folder);
        Transport transport = context.transport(spec);
        ObserverProcess watching =
                new ObserverProcess(transport.address(), processes, topics, rowFile());
        observer = watching;
        EngineProcesses running = EngineProcesses.start(context, processes, spec.engine(), job);
        engine = running;
        watching.awaitReady();
        facts.startupSeconds = running.awaitReady(seconds("start.timeout.seconds"));
        facts.readyMillis = System.currentTimeMillis();
        TransportMeter meter = new TransportMeter(transport, context.cpus().harnessCount());
        if (spec.input().paced()) {
            load = LoadProcess.start(context, processes, transport, topics.panel(), spec.input());
        }
        awaitRows(watching, running, expectedRows);
        facts.workCpuMillis = running.workCpuMillis();
        meter.stop(facts);
        facts.peakResidentBytes = running.peakResidentBytes();
        awaitStrayRows();
        if (load != null) {
            facts.loaded = load.loaded();
            facts.loadStartMillis = load.startMillis();
            facts.loadEndMillis = load.endMillis();
        }
    }

    private void awaitRows(ObserverProcess watching, EngineProcesses running, long expectedRows)
            throws IOException, InterruptedException, TrialFailure {
        Completeness completeness = new Completeness(spec, rowFile(), expectedRows);
        FaultInjection fault = new FaultInjection(context, spec, running, facts);
        long stallNanos = seconds(
                        spec.fault() == null ? "stall.timeout.seconds" : "fault.stall.seconds")
                .toNanos();
        long lastSeen = -1;
        long lastProgressNanos = System.nanoTime();
        while (!loadIsDone() || !completeness.complete(watching.seen())) {
            watching.requireAlive();
            running.requireAlive();
            fault.injectIfDue(load);
            if (watching.seen() != lastSeen || !loadIsDone()) {
                lastSeen = watching.seen();
                lastProgressNanos = System.nanoTime();
            }
            if (System.nanoTime() - lastProgressNanos > stallNanos) {
                throw new TrialFailure(
                        Outcome.TIMED_OUT,
                        "no new row for " + stallNanos / 1_000_000_000L + " s: saw " + lastSeen
                                + " of " + expectedRows + " rows");
            }
            progress.rows(spec, watching.seen(), expectedRows);
            pause(TICK_MILLIS);
        }
    }

    private boolean loadIsDone() throws TrialFailure {
        if (load == null) {
            return true;
        }
        load.requireNoFailure();
        load.requireInTime();
        return load.done();
    }

    /** What comes after the last expected row is a row too many: give it the time to come. */
    private void awaitStrayRows() throws InterruptedException {
        pause(context.suite().positive("settle.millis"));
    }

    private static void pause(long millis) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        if (never) {
            throw new IllegalStateException("nobody counts this latch down");
        }
    }

    /**
     * Stops the engine in good order, then the observer, and keeps the rows. Called whatever
     * happened, so that a failed trial still tells what the engine wrote.
     */
    List<Observation> finish() throws IOException, InterruptedException, TrialFailure {
        try {
            if (engine != null) {
                engine.stop(seconds("stop.grace.seconds"));
            }
        } finally {
            if (engine != null) {
                facts.engineDropped = engine.engineDropped();
                facts.guarantee = engine.guarantee();
            }
            if (observer != null) {
                facts.observations = observer.finish();
            }
        }
        return facts.observations;
    }

    private Path rowFile() {
        return context.rowFolder().resolve(spec.id() + ".tsv");
    }

    private Duration seconds(String key) {
        return Duration.ofSeconds(context.suite().positive(key));
    }
}
