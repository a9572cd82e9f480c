package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.load.LoadMain;
import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.common.engine.Role;
import io.heliometer.results.run.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The load generator of one trial, seen from the harness. */
final class LoadProcess {
    private static final int HEAP_MIB = 512;
    private static final double LIMIT_FACTOR = 1.5;
    private static final double START_LIMIT_SECONDS = 120;
    private static final String START = Role.PREFIX + "START ";
    private static final String LOADED = Role.PREFIX + "LOADED ";

    /** What the generator said when it was done. */
    record Loaded(
            long records, String digest, double p50Millis, double p99Millis, double planShare) {
        static Loaded parse(String text) {
            String[] words = text.split(" ", 5);
            return new Loaded(
                    Long.parseLong(words[0]),
                    words[1],
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]));
        }
    }

    private final CompletableFuture<Long> startMillis = new CompletableFuture<>();
    private final CompletableFuture<Loaded> loaded = new CompletableFuture<>();
    private final ChildProcess child;
    private final long startedNanos = System.nanoTime();
    private final double plannedSeconds;
    private final double limitSeconds;

    private LoadProcess(
            TrialContext context,
            TrialProcesses processes,
            Transport transport,
            String topic,
            Input input)
            throws IOException {
        plannedSeconds = input.plannedSeconds();
        limitSeconds = plannedSeconds * LIMIT_FACTOR + START_LIMIT_SECONDS;
        JavaCommand command = JavaCommand.of(LoadMain.class.getName())
                .withFlags("-XX:+UseSerialGC")
                .withHeapMebibytes(HEAP_MIB)
                .withArguments(
                        input.file().toString(),
                        transport
                                .address()
                                .with(Address.AGGREGATE, context.suite().text("kinesis.aggregate"))
                                .text(),
                        topic,
                        Double.toString(input.speedup()),
                        input.profile().text());
        child = processes.startHelper("load", command, this::listen);
    }

    /** Starts sending. */
    static LoadProcess start(
            TrialContext context,
            TrialProcesses processes,
            Transport transport,
            String topic,
            Input input)
            throws IOException {
        return new LoadProcess(context, processes, transport, topic, input);
    }

    private void listen(String line) {
        if (line.startsWith(START)) {
            startMillis.complete(Long.parseLong(line.substring(START.length())));
        } else if (line.startsWith(LOADED)) {
            loaded.complete(Loaded.parse(line.substring(LOADED.length())));
        }
    }

    /** Waits until everything was sent. */
    Loaded await(Duration timeout) throws InterruptedException, TrialFailure {
        if (!child.awaitExit(timeout)) {
            throw new TrialFailure(
                    Outcome.FAILED,
                    "load generator was not done within " + timeout.toSeconds() + " s");
        }
        requireNoFailure();
        return loaded.join();
    }

    /** Fails the trial if the generator died before it was done. */
    void requireNoFailure() throws TrialFailure {
        if (!child.alive() && child.exitCode().orElse(0) != 0) {
            throw new TrialFailure(
                    Outcome.FAILED,
                    "load generator ended with exit code " + child.exitCode().orElse(-1) + ": "
                            + LastWords.of(child));
        }
    }

    /** Fails the trial if the generator is far behind its plan: it hangs, or the broker does. */
    void requireInTime() throws TrialFailure {
        double elapsedSeconds = (System.nanoTime() - startedNanos) / 1e9;
        if (elapsedSeconds > limitSeconds) {
            throw new TrialFailure(
                    Outcome.FAILED,
                    "load generator was not done after " + Math.round(elapsedSeconds)
                            + " s, planned were " + Math.round(plannedSeconds) + " s: "
                            + LastWords.of(child));
        }
    }

    /** Returns whether everything was sent. */
    boolean done() {
        return loaded.isDone() && !child.alive();
    }

    /** Returns whether the schedule has begun. */
    boolean started() {
        return startMillis.isDone();
    }

    /** Returns the wall clock at the planned end of the schedule, ms UTC. */
    long endMillis() {
        return startMillis() + (long) (plannedSeconds * 1000);
    }

    /** Returns the wall clock at the origin of the schedule, ms UTC. */
    long startMillis() {
        return startMillis.join();
    }

    /** Returns what the generator said when it was done; call after {@link #done}. */
    Loaded loaded() {
        return loaded.join();
    }
}
