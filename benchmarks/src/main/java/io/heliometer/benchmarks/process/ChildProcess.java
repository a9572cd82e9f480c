package io.heliometer.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One running child process whose output is always read and whose end is certain.
 *
 * <p>Its standard input is a pipe that stays open for as long as this JVM lives: a tethered child
 * ({@link io.heliometer.common.engine.Tether}) ends when this JVM dies. Instances come from
 * {@link RunProcesses#start}.
 */
public final class ChildProcess {
    /** The limit of each log file: 16 MiB. */
    static final long LOG_LIMIT_BYTES = 16L << 20;

    /** Output that was written before the end is read within this time. */
    private static final long DRAIN_MILLIS = 2_000;

    /** SIGKILL cannot be refused; longer than this only in uninterruptible I/O. */
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    /** Flags from outside would make the recorded command line a lie. */
    private static final List<String> HIDDEN_FLAGS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private final ChildSpec spec;
    private final Process process;
    private final ChildOutput output;
    private final List<Thread> pumps;

    private ChildProcess(ChildSpec spec, Process process, ChildOutput output, List<Thread> pumps) {
        this.spec = spec;
        this.process = process;
        this.output = output;
        this.pumps = pumps;
    }

    /**
     * Starts the child.
     *
     * @param listener gets the lines of standard output that start with {@code "HELIOMETER "}, in
     *     order, on a thread of its own
     * @throws IOException if the program or a log file cannot be opened
     */
    static ChildProcess start(ChildSpec spec, Consumer<String> listener) throws IOException {
        CappedLog outLog = new CappedLog(spec.outLog(), LOG_LIMIT_BYTES);
        CappedLog errLog = new CappedLog(spec.errLog(), LOG_LIMIT_BYTES);
        Process process;
        try {
            process = builder(spec).start();
        } catch (IOException e) {
            outLog.close();
            errLog.close();
            throw e;
        }
        ChildOutput output = new ChildOutput(spec, listener);
        List<Thread> pumps = List.of(
                pump(spec, process.getInputStream(), outLog, output::outLine),
                pump(spec, process.getErrorStream(), errLog, output::errLine));
        return new ChildProcess(spec, process, output, pumps);
    }

    private static ProcessBuilder builder(ChildSpec spec) {
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .directory(spec.workDirectory().toFile());
        Map<String, String> environment = builder.environment();
        HIDDEN_FLAGS.forEach(environment::remove);
        environment.putAll(spec.environment());
        return builder;
    }

    private static Thread pump(
            ChildSpec spec, InputStream stream, CappedLog log, Consumer<String> lines) {
        Thread thread = daemon(spec.name() + "-output", new LogPump(stream, log, lines));
        thread.start();
        return thread;
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Waits for the ready line; on failure the child is left as it is, for the caller to stop.
     *
     * @throws ChildFailure if the child ends first, or is not ready in time
     */
    public void awaitReady(Duration timeout) throws InterruptedException {
        CompletableFuture<Object> either =
                CompletableFuture.anyOf(output.ready(), process.onExit());
        try {
            either.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure("was not ready within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither future can fail", e);
        }
        if (!process.isAlive()) {
            drain();
            throw failure("ended with exit code " + process.exitValue() + " before it was ready");
        }
    }

    private ChildFailure failure(String what) {
        return new ChildFailure(spec.name(), what, exitCode(), lastLines());
    }

    /**
     * Waits for the child to end by itself and for its output to be read.
     *
     * @return whether it ended in time
     */
    public boolean awaitExit(Duration timeout) throws InterruptedException {
        boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (ended) {
            drain();
        }
        return ended;
    }

    /**
     * Sends SIGTERM, waits, then kills what is left of the child and its descendants. Where /proc
     * is, the descendants of a child that ended by itself are left to {@link RunProcesses#stopAll},
     * which finds them by their token and reports them: leaving processes behind is a finding.
     */
    public StopResult stop(Duration grace) throws InterruptedException {
        boolean alive = process.isAlive();
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        boolean ended = !alive;
        try {
            if (alive) {
                // Process.destroy() would close the pipes and lose the last lines of the log.
                process.toHandle().destroy();
                ended = process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            family.addAll(process.descendants().toList());
            if (!ended || !ProcFiles.present()) {
                family.forEach(ProcessHandle::destroyForcibly);
            }
            kill();
        }
        process.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        drain();
        if (!alive) {
            return StopResult.ALREADY_ENDED;
        }
        return ended ? StopResult.STOPPED : StopResult.KILLED;
    }

    /** Sends SIGTERM and returns at once; {@link #stop} then waits for the end. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends SIGKILL to the child alone and returns at once: a fault, or the last resort. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Sends SIGKILL to the child and all of its descendants and returns at once: a fault. */
    public void killTree() {
        List<ProcessHandle> family = process.descendants().toList();
        kill();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** Returns the process ids of the child and of its descendants. */
    public List<Long> treePids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private void drain() throws InterruptedException {
        for (Thread pump : pumps) {
            pump.join(DRAIN_MILLIS);
        }
        output.finish(DRAIN_MILLIS);
    }

    /** Returns the name that the child was given. */
    public String name() {
        return spec.name();
    }

    /** Returns the command line it was started with. */
    public List<String> command() {
        return spec.command();
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    /** Returns whether the child runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Returns the exit code, 128 + n after signal n, or empty while the child runs. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Returns a future that completes when the child has ended, with this child. */
    public CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Returns what the child and its living descendants use; all zero once they are gone. */
    public ResourceUsage usage() {
        return ProcessTable.usage(process.toHandle());
    }

    /** Returns the first lines of both streams that name an error, then the last lines. */
    public List<String> lastLines() {
        return output.lastLines();
    }

    /** Returns how many lines held {@link ChildSpec#countedText()}. */
    public long countedLineCount() {
        return output.countedLineCount();
    }

    /** Returns how many lines the listener missed because it was too slow; 0 in a valid trial. */
    public long lostEventCount() {
        return output.lostEventCount();
    }

    /** Returns the log of standard output. */
    public Path outLog() {
        return spec.outLog();
    }

    /** Returns the log of standard error. */
    public Path errLog() {
        return spec.errLog();
    }
}
