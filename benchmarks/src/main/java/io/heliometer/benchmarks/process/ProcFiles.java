package io.heliometer.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The files below /proc that are read here; empty if the process is gone, is not ours, or there is
 * no /proc. Format: proc_pid_stat(5), proc_pid_status(5), proc_pid_environ(5).
 */
final class ProcFiles {
    private static final Path PROC = Path.of("/proc");

    /** USER_HZ is 100 on every architecture Linux has a JVM for. */
    private static final long MILLIS_PER_TICK = 10;

    /**
     * Positions after the command's closing parenthesis; utime, stime, cutime, cstime follow on.
     */
    private static final int STATE_FIELD = 0;

    private static final int UTIME_FIELD = 11;
    private static final int CSTIME_FIELD = 14;

    private ProcFiles() {}

    static boolean present() {
        return Files.isReadable(PROC.resolve("self/environ"));
    }

    /** Returns the value of a variable in the environment that the process was started with. */
    static Optional<String> variable(long pid, String name) {
        String prefix = name + "=";
        return read(pid, "environ")
                .flatMap(text -> Arrays.stream(text.split("\0"))
                        .filter(entry -> entry.startsWith(prefix))
                        .map(entry -> entry.substring(prefix.length()))
                        .findFirst());
    }

    /** Returns whether the process runs; a zombie, which nobody waits for, does not. */
    static boolean runs(long pid) {
        return stat(pid).map(fields -> !fields[STATE_FIELD].equals("Z")).orElse(false);
    }

    /** Returns the processor time of the process and of its children that were waited for. */
    static OptionalLong cpuMillis(long pid) {
        return stat(pid).stream()
                .mapToLong(fields -> {
                    long ticks = 0;
                    for (int i = UTIME_FIELD; i <= CSTIME_FIELD; i++) {
                        ticks += Long.parseLong(fields[i]);
                    }
                    return ticks * MILLIS_PER_TICK;
                })
                .findFirst();
    }

    /** Returns a field of the status file that is given in kB, in bytes. */
    static OptionalLong statusBytes(long pid, String field) {
        return statusField(pid, field).stream()
                .mapToLong(value -> Long.parseLong(value.replace(" kB", "").strip()) * 1024)
                .findFirst();
    }

    /** Returns the text of a field of the status file. */
    static Optional<String> statusField(long pid, String field) {
        String prefix = field + ":";
        return read(pid, "status")
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(prefix))
                        .map(line -> line.substring(prefix.length()).strip())
                        .findFirst());
    }

    private static Optional<String[]> stat(long pid) {
        // The command may hold spaces and parentheses; the last parenthesis ends it.
        return read(pid, "stat")
                .map(text -> text.substring(text.lastIndexOf(')') + 1).strip().split(" "));
    }

    private static Optional<String> read(long pid, String file) {
        try {
            byte[] bytes = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve(file));
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
