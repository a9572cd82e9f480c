package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.plan.EngineDescription.RoleDescription;
import io.heliometer.benchmarks.process.ChildFailure;
import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.process.ResourceUsage;
import io.heliometer.benchmarks.process.StopResult;
import io.heliometer.common.engine.EngineMain;
import io.heliometer.common.engine.Role;
import io.heliometer.results.run.Outcome;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The roles of the engine under test: started, awaited, metered and stopped together. */
final class EngineProcesses {
    private static final String DROPPED = Role.PREFIX + "COUNTER " + Role.ENGINE_DROPPED + " ";

    private static final String READY = Role.PREFIX + "READY ";

    private final List<ChildProcess> children = new CopyOnWriteArrayList<>();
    private final AtomicLong startUpCpuMillis = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong droppedReports = new AtomicLong();
    private final long startedNanos = System.nanoTime();

    /**
     * Starts every role in the order of the description, without waiting for one before the next.
     */
    static EngineProcesses start(
            TrialContext context, TrialProcesses processes, EngineFolder engine, Path job)
            throws IOException {
        EngineProcesses started = new EngineProcesses();
        for (RoleDescription role : engine.description().roles()) {
            for (int index = 1; index <= role.count(); index++) {
                String name = role.name() + "-" + index;
                JavaCommand command = JavaCommand.of(EngineMain.class.getName())
                        .withClassPath(engine.classPath())
                        .withFlags(context.suite().jvmFlags())
                        .withFlags(role.jvmFlags())
                        .withHeapMebibytes(JobFile.heapMiB(context.suite(), role))
                        .withArguments(name, job.toString());
                started.children.add(processes.startEngine(name, command, started::listen));
            }
        }
        return started;
    }

    private void listen(String line) {
        if (line.startsWith(READY)) {
            String name = line.substring(READY.length());
            children.stream()
                    .filter(child -> child.name().equals(name))
                    .forEach(child -> startUpCpuMillis.addAndGet(child.usage().cpuMillis()));
        } else if (line.startsWith(DROPPED)) {
            dropped.addAndGet(Long.parseLong(line.substring(DROPPED.length())));
            droppedReports.incrementAndGet();
        }
    }

    /**
     * Waits until every role can work; returns how long that took since the first was started, s.
     */
    double awaitReady(Duration timeout) throws InterruptedException, TrialFailure {
        long deadline = startedNanos + timeout.toNanos();
        for (ChildProcess child : children) {
            try {
                child.awaitReady(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (ChildFailure e) {
                throw new TrialFailure(Outcome.FAILED, "did not start: " + e);
            }
        }
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    /** Fails the trial if a role is gone. */
    void requireAlive() throws TrialFailure {
        for (ChildProcess child : children) {
            if (!child.alive()) {
                throw new TrialFailure(
                        Outcome.FAILED,
                        child.name() + " ended in mid-trial with exit code "
                                + child.exitCode().orElse(-1) + ": " + LastWords.of(child));
            }
        }
    }

    /**
     * Returns user and system time of all roles and their descendants, ms, each role's counted from
     * the moment at which it said that it was ready: what an early role does while a later one
     * still starts is work, not start-up.
     */
    long workCpuMillis() {
        return children.stream().mapToLong(child -> child.usage().cpuMillis()).sum()
                - startUpCpuMillis.get();
    }

    /**
     * Returns the sum of every process's peak resident set, bytes; empty where the system does not
     * tell.
     */
    OptionalLong peakResidentBytes() {
        List<OptionalLong> peaks = children.stream()
                .map(ChildProcess::usage)
                .map(ResourceUsage::peakResidentBytes)
                .toList();
        return peaks.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        peaks.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }

    /**
     * Stops every role. All are told at the same time: told one after the other, an engine would
     * still recover from the loss of the first while the last goes on.
     *
     * @throws TrialFailure if one had to be killed: its counters are then unknown
     */
    void stop(Duration grace) throws InterruptedException, TrialFailure {
        List<String> killed = new ArrayList<>();
        children.forEach(ChildProcess::terminate);
        for (ChildProcess child : children) {
            if (child.stop(grace) == StopResult.KILLED) {
                killed.add(child.name());
            }
        }
        if (!killed.isEmpty()) {
            throw new TrialFailure(
                    Outcome.FAILED,
                    killed + " did not end within " + grace.toSeconds()
                            + " s after SIGTERM: killed");
        }
    }

    /** Returns what the engine itself dropped as late; empty if no role reported it. */
    OptionalLong engineDropped() {
        return droppedReports.get() == 0 ? OptionalLong.empty() : OptionalLong.of(dropped.get());
    }
}
