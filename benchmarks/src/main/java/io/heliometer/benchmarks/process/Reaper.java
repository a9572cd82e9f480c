package io.heliometer.benchmarks.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Kills whatever carries a run's token, orphaned, stopped or deaf to SIGTERM as it may be. */
public final class Reaper {
    /** A process may fork while it is being killed, so the table is read until it is clean. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(8);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Reaper() {}

    /**
     * Sends SIGKILL to every carrier of the token and to its descendants until none is left, for at
     * most 8 s.
     *
     * @return what was killed, in the order found; empty if nothing had been left behind
     */
    public static List<KilledProcess> killAll(RunToken token) {
        Map<Long, KilledProcess> killed = new LinkedHashMap<>();
        long start = System.nanoTime();
        List<ProcessHandle> found = ProcessTable.carrying(token);
        while (!found.isEmpty() && System.nanoTime() - start < LIMIT_NANOS) {
            found.stream()
                    .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                    .distinct()
                    .forEach(handle -> kill(handle, killed));
            LockSupport.parkNanos(PAUSE_NANOS);
            found = ProcessTable.carrying(token);
        }
        return List.copyOf(killed.values());
    }

    private static void kill(ProcessHandle handle, Map<Long, KilledProcess> killed) {
        String command = handle.info().commandLine().orElse("");
        if (handle.destroyForcibly()) {
            killed.putIfAbsent(handle.pid(), new KilledProcess(handle.pid(), command));
        }
    }
}
