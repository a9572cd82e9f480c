package io.heliometer.kinesislocal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, on a free port; it ends with this object. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "Kinesis server started on ";
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server and waits until it is ready, or has ended without being so. */
    static ServerProcess start(Path data, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        words.addAll(List.of(more));
        Process process = launch(words);
        // Not closed: the pipe must stay open as long as the server may write.
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("the server must say '" + READY + "<port>', said " + line);
        }
        return new ServerProcess(process, Integer.parseInt(line.substring(READY.length())));
    }

    /** Starts the main class with a command line. */
    static Process launch(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KinesisLocal.class.getName()));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    int port() {
        return port;
    }

    /**
     * Returns what the process has used of the processors, in microseconds; the kernel counts in 10
     * ms.
     */
    long cpuMicros() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1000;
    }

    /** Ends the process as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the process as kill does, and returns its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "the server must stop in " + STOP_SECONDS + " s after SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
