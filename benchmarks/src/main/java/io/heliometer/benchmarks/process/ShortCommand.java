package io.heliometer.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs a small tool to its end, for a bounded time. */
public final class ShortCommand {
    private static final int OUTPUT_LIMIT_BYTES = 4_096;

    private ShortCommand() {}

    /**
     * Runs the command with empty input.
     *
     * @throws UncheckedIOException if there is no place for its output
     */
    public static CommandResult run(List<String> command, Duration timeout)
            throws InterruptedException {
        try {
            // A file, not a pipe: a tool that fills a pipe nobody reads would never end.
            Path output = Files.createTempFile("heliometer-command", ".out");
            try {
                return run(command, timeout, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandResult run(List<String> command, Duration timeout, Path output)
            throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return new CommandResult(CommandResult.Status.MISSING, OptionalInt.empty(), "");
        }
        process.getOutputStream().close();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return new CommandResult(
                        CommandResult.Status.TIMED_OUT, OptionalInt.empty(), head(output));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        OptionalInt exitCode = OptionalInt.of(process.exitValue());
        return new CommandResult(CommandResult.Status.ENDED, exitCode, head(output));
    }

    private static String head(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(OUTPUT_LIMIT_BYTES), StandardCharsets.UTF_8)
                    .strip();
        }
    }
}
