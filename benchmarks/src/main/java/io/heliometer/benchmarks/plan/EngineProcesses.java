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
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The roles of the engine under test: started, awaited, metered and stopped together. */
final class EngineProcesses {
    private static final String DROPPED = Role.PREFIX + "COUNTER " + Role.ENGINE_DROPPED + " ";
    private static final String READY = Role.PREFIX + "READY ";
    private static final String GUARANTEE = Role.PREFIX + "GUARANTEE ";
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final TrialProcesses processes;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final Map<String, Long> startUpCpuMillis = new ConcurrentHashMap<>();
    private final AtomicLong killedCpuMillis = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong droppedReports = new AtomicLong();
    private final AtomicReference<@Nullable String> guarantee = new AtomicReference<>();
    private final long startedNanos = System.nanoTime();

    /** One process of the engine and what is needed to start it again. */
    private record Member(RoleDescription role, JavaCommand command, ChildProcess child) {}

    private EngineProcesses(TrialProcesses processes) {
        this.processes = processes;
    }

    /**
     * Starts every role in the order of the description, without waiting for one before the next.
     */
    static EngineProcesses start(
            TrialContext context, TrialProcesses processes, EngineFolder engine, Path job)
            throws IOException {
        EngineProcesses started = new EngineProcesses(processes);
        for (RoleDescription role : engine.description().roles()) {
            for (int index = 1; index <= role.count(); index++) {
                String name = role.name() + "-" + index;
                JavaCommand command = JavaCommand.of(EngineMain.class.getName())
                        .withClassPath(engine.classPath())
                        .withFlags(context.suite().jvmFlags())
                        .withFlags(role.jvmFlags())
                        .withHeapMebibytes(JobFile.heapMiB(context.suite(), role))
                        .withArguments(name, job.toString());
                ChildProcess child = processes.startEngine(name, command, started::listen);
                started.members.add(new Member(role, command, child));
            }
        }
        return started;
    }

    private void listen(String line) {
        if (line.startsWith(READY)) {
            String name = line.substring(READY.length());
            members.stream()
                    .map(Member::child)
                    .filter(child -> child.name().equals(name))
                    .forEach(child ->
                            startUpCpuMillis.putIfAbsent(name, child.usage().cpuMillis()));
        } else if (line.startsWith(DROPPED)) {
            dropped.addAndGet(Long.parseLong(line.substring(DROPPED.length())));
            droppedReports.incrementAndGet();
        } else if (line.startsWith(GUARANTEE)) {
            guarantee.set(line.substring(GUARANTEE.length()));
        }
    }

    /**
     * Waits until every role can work, then moves them to the engine's CPUs; returns how long the
     * start took since the first was started, s.
     */
    double awaitReady(Duration timeout) throws InterruptedException, TrialFailure {
        long deadline = startedNanos + timeout.toNanos();
        for (Member member : members) {
            try {
                member.child()
                        .awaitReady(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (ChildFailure e) {
                throw new TrialFailure(Outcome.FAILED, "did not start: " + e);
            }
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        for (Member member : members) {
            processes.pin(member.child());
        }
        return seconds;
    }

    /** Fails the trial if a role is gone. */
    void requireAlive() throws TrialFailure {
        for (Member member : members) {
            ChildProcess child = member.child();
            if (!child.alive()) {
                throw new TrialFailure(
                        Outcome.FAILED,
                        child.name() + " ended in mid-trial with exit code "
                                + child.exitCode().orElse(-1) + ": " + LastWords.of(child));
            }
        }
    }

    /** Returns how many processes are workers. */
    int workerCount() {
        return (int) members.stream().filter(member -> member.role().works()).count();
    }

    /**
     * Kills a worker and its descendants with SIGKILL, and starts the same role again as soon as
     * they are gone, as a supervisor would. Returns the victim's name.
     *
     * @param worker its number among the workers, from 0
     */
    String killAndRestart(int worker) throws IOException, InterruptedException {
        Member victim = members.stream()
                .filter(member -> member.role().works())
                .toList()
                .get(worker);
        ChildProcess child = victim.child();
        killedCpuMillis.addAndGet(child.usage().cpuMillis());
        child.killTree();
        if (!child.awaitExit(KILL_LIMIT)) {
            throw new IllegalStateException(child.name() + " must be gone after SIGKILL, was not");
        }
        ChildProcess again = processes.startPinned(child.name(), victim.command(), this::listen);
        members.set(members.indexOf(victim), new Member(victim.role(), victim.command(), again));
        return child.name();
    }

    /**
     * Returns user and system time of all roles and their descendants, ms, each role's counted from
     * the moment at which it said that it was ready: what an early role does while a later one
     * still starts is work, not start-up. The new start of a killed role counts as work.
     */
    long workCpuMillis() {
        return members.stream()
                        .mapToLong(member -> member.child().usage().cpuMillis())
                        .sum()
                + killedCpuMillis.get()
                - startUpCpuMillis.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns the sum of every process's peak resident set, bytes; empty where the system does not
     * tell.
     */
    OptionalLong peakResidentBytes() {
        List<OptionalLong> peaks = members.stream()
                .map(member -> member.child().usage())
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
        members.forEach(member -> member.child().terminate());
        for (Member member : members) {
            if (member.child().stop(grace) == StopResult.KILLED) {
                killed.add(member.child().name());
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

    /** Returns the guarantee that a role has claimed; null if none has. */
    @Nullable String guarantee() {
        return guarantee.get();
    }
}
