package io.heliometer.benchmarks.process;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The processes of this machine, seen through a run's token.
 *
 * <p>Without /proc the environment of another process cannot be read: then the descendants of this
 * JVM are taken instead, and an orphan is found by its tether alone.
 */
public final class ProcessTable {
    private ProcessTable() {}

    /** Returns every living process but this JVM that carries the token. */
    public static List<ProcessHandle> carrying(RunToken token) {
        if (!ProcFiles.present()) {
            return ProcessHandle.current().descendants().toList();
        }
        long self = ProcessHandle.current().pid();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(handle -> handle.pid() != self && carries(handle, token))
                    .toList();
        }
    }

    private static boolean carries(ProcessHandle handle, RunToken token) {
        return ProcFiles.variable(handle.pid(), RunToken.VARIABLE)
                .filter(token::covers)
                .isPresent();
    }

    /** Returns whether the process runs; one that has ended but was not waited for does not. */
    public static boolean runs(long pid) {
        return ProcFiles.present()
                ? ProcFiles.runs(pid)
                : ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Returns what a process and its descendants use. */
    public static ResourceUsage usage(ProcessHandle root) {
        List<ProcessHandle> tree = Stream.concat(Stream.of(root), root.descendants())
                .filter(handle -> runs(handle.pid()))
                .toList();
        return new ResourceUsage(
                tree.size(),
                tree.stream().mapToLong(ProcessTable::cpuMillis).sum(),
                sum(tree, handle -> bytes(handle, "VmRSS")),
                sum(tree, handle -> bytes(handle, "VmHWM")));
    }

    private static long cpuMillis(ProcessHandle handle) {
        OptionalLong exact = ProcFiles.cpuMillis(handle.pid());
        if (exact.isPresent()) {
            return exact.getAsLong();
        }
        return handle.info().totalCpuDuration().map(time -> time.toMillis()).orElse(0L);
    }

    private static OptionalLong sum(List<ProcessHandle> tree, ToLongFunction<ProcessHandle> part) {
        return ProcFiles.present()
                ? OptionalLong.of(tree.stream().mapToLong(part).sum())
                : OptionalLong.empty();
    }

    private static long bytes(ProcessHandle handle, String field) {
        // A process that ended since it was listed holds nothing.
        return ProcFiles.statusBytes(handle.pid(), field).orElse(0);
    }
}
