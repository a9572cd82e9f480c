package io.heliometer.benchmarks.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which CPUs belong to the engine under test and which to everything else, so that an engine is not
 * charged for the broker's work.
 *
 * <p>The upper half is the engine's. An odd CPU goes to the others: a figure is per engine core,
 * and the load must not be what limits it.
 *
 * @param engineCpus ascending; empty if nothing is pinned
 * @param harnessCpus ascending; empty if nothing is pinned
 * @param reason why nothing is pinned; empty if processes are pinned
 */
public record CpuSplit(List<Integer> engineCpus, List<Integer> harnessCpus, String reason) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Copies the lists; both are empty or neither is. */
    public CpuSplit {
        engineCpus = List.copyOf(engineCpus);
        harnessCpus = List.copyOf(harnessCpus);
        if (engineCpus.isEmpty() != harnessCpus.isEmpty()) {
            throw new IllegalArgumentException("engineCpus and harnessCpus must be both empty or"
                    + " both non-empty, was " + engineCpus + " and " + harnessCpus);
        }
    }

    /** Splits the CPUs that this JVM may use; call it before anything is pinned. */
    public static CpuSplit detect(boolean wanted) throws InterruptedException {
        if (!wanted) {
            return none("switched off");
        }
        if (!ShortCommand.run(List.of("taskset", "--version"), LIMIT).succeeded()) {
            return none("there is no taskset");
        }
        return ProcFiles.statusField(ProcessHandle.current().pid(), "Cpus_allowed_list")
                .map(CpuSplit::of)
                .orElseGet(() -> none("the allowed CPUs are unknown"));
    }

    /** Splits a list in the kernel's notation, such as {@code 0-3,8}. */
    static CpuSplit of(String allowedList) {
        List<Integer> cpus = parse(allowedList);
        if (cpus.size() < 2) {
            return none("only CPU " + allowedList + " is allowed");
        }
        int engineStart = cpus.size() - cpus.size() / 2;
        return new CpuSplit(
                cpus.subList(engineStart, cpus.size()), cpus.subList(0, engineStart), "");
    }

    /** Returns a split that pins nothing. */
    public static CpuSplit none(String reason) {
        return new CpuSplit(List.of(), List.of(), reason);
    }

    static List<Integer> parse(String allowedList) {
        List<Integer> cpus = new ArrayList<>();
        for (String part : allowedList.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            IntStream.rangeClosed(
                            Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(cpus::add);
        }
        return cpus.stream().sorted().distinct().toList();
    }

    /** Returns whether processes are pinned. */
    public boolean pinned() {
        return !engineCpus.isEmpty();
    }

    /** Returns how many CPUs everything but the engine may use. */
    public int harnessCount() {
        return pinned() ? harnessCpus.size() : Runtime.getRuntime().availableProcessors();
    }

    /** Returns the command as it must be started to run on that side's CPUs. */
    public List<String> pin(CpuSide side, List<String> command) {
        if (!pinned()) {
            return List.copyOf(command);
        }
        // taskset replaces itself by the command: the process id and the signals are the command's.
        return Stream.concat(Stream.of("taskset", "-c", list(side)), command.stream())
                .toList();
    }

    /** Moves all threads of a running process to that side; returns whether that worked. */
    public boolean pin(CpuSide side, long pid) throws InterruptedException {
        List<String> move = List.of("taskset", "-a", "-p", "-c", list(side), Long.toString(pid));
        return pinned() && ShortCommand.run(move, LIMIT).succeeded();
    }

    /** Returns the split in words, for the environment record. */
    public String describe() {
        return pinned()
                ? "engine on CPUs " + list(CpuSide.ENGINE) + ", everything else on "
                        + list(CpuSide.HARNESS)
                : "not pinned: " + reason;
    }

    /** Returns the CPUs of one side in taskset's notation. */
    private String list(CpuSide side) {
        List<Integer> cpus = side == CpuSide.ENGINE ? engineCpus : harnessCpus;
        return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
