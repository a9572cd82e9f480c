package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.benchmarks.measure.ObserverMain;
import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.common.engine.Role;
import io.heliometer.results.run.Outcome;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The observer of one trial, seen from the harness. */
final class ObserverProcess {
    private static final int HEAP_MIB = 256;
    private static final long START_SECONDS = 60;
    private static final Duration STOP_GRACE = Duration.ofSeconds(40);
    private static final String SEEN = Role.PREFIX + "SEEN ";
    private static final String READY = Role.PREFIX + "READY ";

    private final Path file;
    private final ChildProcess child;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicLong seen = new AtomicLong();

    ObserverProcess(Address address, TrialProcesses processes, TrialTopics topics, Path file)
            throws IOException {
        this.file = file;
        JavaCommand command = JavaCommand.of(ObserverMain.class.getName())
                .withFlags("-XX:+UseSerialGC")
                .withHeapMebibytes(HEAP_MIB)
                .withArguments(address.text(), topics.results(), topics.rejects(), file.toString());
        child = processes.startHelper("observer", command, this::listen);
    }

    private void listen(String line) {
        if (line.startsWith(SEEN)) {
            seen.set(Long.parseLong(line.substring(SEEN.length())));
        } else if (line.startsWith(READY)) {
            ready.countDown();
        }
    }

    void awaitReady() throws InterruptedException, TrialFailure {
        if (!ready.await(START_SECONDS, TimeUnit.SECONDS)) {
            throw new TrialFailure(
                    Outcome.FAILED,
                    "observer was not ready within " + START_SECONDS + " s: "
                            + LastWords.of(child));
        }
    }

    /** Returns how many rows were seen so far. */
    long seen() {
        return seen.get();
    }

    void requireAlive() throws TrialFailure {
        if (!child.alive()) {
            throw new TrialFailure(
                    Outcome.FAILED, "observer ended in mid-trial: " + LastWords.of(child));
        }
    }

    /** Lets the observer read to the end of what is committed, and returns all it saw. */
    List<Observation> finish() throws InterruptedException, IOException {
        child.stop(STOP_GRACE);
        return Observation.readAll(file);
    }
}
