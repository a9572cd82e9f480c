package io.heliometer.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All child processes of a run, or of one part of it, from the first to the last.
 *
 * <p>Opening it starts the watchdog. Closing it, in good order or from the shutdown hook, stops
 * every child that still runs, kills what carries the token and stops the watchdog last. A part
 * ({@link #scope}) has a token of its own below the run's, so that a trial can be cleaned up while
 * the broker goes on.
 */
public final class RunProcesses implements AutoCloseable {
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);

    /** What a child gets even if one before it has used up the grace time. */
    private static final long LEAST_GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RunToken token;
    private final @Nullable Watchdog watchdog;
    private final List<ChildProcess> children = new ArrayList<>();
    private @Nullable Thread hook;
    private boolean closed;

    private RunProcesses(RunToken token, @Nullable Watchdog watchdog) {
        this.token = token;
        this.watchdog = watchdog;
    }

    /**
     * Opens a run.
     *
     * @param logFolder gets the watchdog's log
     * @throws IOException if the watchdog cannot be started
     */
    public static RunProcesses open(Path logFolder) throws IOException {
        RunToken token = RunToken.random();
        RunProcesses run = new RunProcesses(token, Watchdog.start(token, logFolder));
        Thread hook = new Thread(run::cleanUp, "stop-children");
        Runtime.getRuntime().addShutdownHook(hook);
        run.hook = hook;
        return run;
    }

    /** Returns a part of this run; the run's own watchdog and hook cover it. */
    public RunProcesses scope(String name) {
        return new RunProcesses(token.scope(name), null);
    }

    /** Returns the token that every child carries. */
    public RunToken token() {
        return token;
    }

    /** Returns the watchdog's process id, or -1 for a part. */
    public long watchdogPid() {
        return watchdog == null ? -1 : watchdog.pid();
    }

    /**
     * Starts a child that carries the token.
     *
     * @param listener gets the lines of standard output that start with {@code "HELIOMETER "}
     * @throws IOException if the program or a log file cannot be opened
     * @throws IllegalStateException if the run is closed, as it is once the JVM shuts down
     */
    public synchronized ChildProcess start(ChildSpec spec, Consumer<String> listener)
            throws IOException {
        if (closed) {
            throw new IllegalStateException(
                    "run must be open to start " + spec.name() + ", was closed");
        }
        ChildSpec marked = spec.withVariable(RunToken.VARIABLE, token.value());
        ChildProcess child = ChildProcess.start(marked, listener);
        children.add(child);
        return child;
    }

    /**
     * Stops all children, the last started first, then kills what is left.
     *
     * @param grace for all together
     * @return what no child stopped by itself: empty if the run left nothing behind
     */
    public synchronized List<KilledProcess> stopAll(Duration grace) throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        for (int i = children.size() - 1; i >= 0; i--) {
            long left = Math.max(LEAST_GRACE_NANOS, deadline - System.nanoTime());
            children.get(i).stop(Duration.ofNanos(left));
        }
        children.clear();
        return Reaper.killAll(token);
    }

    private synchronized void cleanUp() {
        closed = true;
        try {
            stopAll(CLOSE_GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Reaper.killAll(token);
        } finally {
            if (watchdog != null) {
                watchdog.close();
            }
        }
    }

    /** Ends everything; a second call does nothing. */
    @Override
    public void close() {
        cleanUp();
        Thread installed = hook;
        hook = null;
        if (installed != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(installed);
            } catch (IllegalStateException e) {
                // The JVM is already shutting down; the hook finds nothing left to do.
            }
        }
    }
}
