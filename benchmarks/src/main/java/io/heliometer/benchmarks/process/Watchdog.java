package io.heliometer.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small JVM that outlives the harness by a moment: when the harness is gone, by whatever means,
 * it kills everything that carries the run's token.
 *
 * <p>Tethers end most children by themselves; the watchdog is for those that cannot: stopped ones,
 * hung ones, and children of children that know no tether. It does not carry the token itself.
 */
public final class Watchdog implements AutoCloseable {
    private static final Path SHELL = Path.of("/bin/sh");

    /** A signal ignored at exec stays ignored, and the JVM respects that for these three. */
    private static final String DEAF = "trap '' INT TERM HUP; exec \"$@\"";

    private static final int HEAP_MEBIBYTES = 32;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    /**
     * Starts a watchdog for this JVM.
     *
     * @param logFolder gets {@code watchdog.log}
     * @throws IOException if it cannot be started
     */
    public static Watchdog start(RunToken token, Path logFolder) throws IOException {
        File log = logFolder.resolve("watchdog.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command(token))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().remove(RunToken.VARIABLE);
        return new Watchdog(builder.start());
    }

    private static List<String> command(RunToken token) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            // Ctrl-C reaches the whole process group: the watchdog has to be the last to go.
            command.addAll(List.of(SHELL.toString(), "-c", DEAF, "watchdog"));
        }
        command.addAll(JavaCommand.of(Watchdog.class.getName())
                .withHeapMebibytes(HEAP_MEBIBYTES)
                .withFlags("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .withArguments(token.value())
                .commandLine());
        return command;
    }

    /** Waits for the harness to vanish, then kills what it left behind. */
    public static void main(String[] args) throws IOException {
        RunToken token = new RunToken(args[0]);
        while (System.in.read() >= 0) {
            // Nothing is said through this pipe; only its end matters.
        }
        for (KilledProcess killed : Reaper.killAll(token)) {
            System.out.println("killed " + killed.pid() + " " + killed.command());
        }
    }

    /** Returns the watchdog's process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends the watchdog without letting it kill anything: the run has cleaned up by itself. */
    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
