package io.heliometer.benchmarks.plan;

import io.heliometer.results.render.ReportRenderer;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TransportLimit;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;

/**
 * Keeps a run's folder whole: each trial is written when it ends, and if the run is interrupted
 * (Ctrl-C, SIGTERM) run.json says so and the report shows what there is. A trial under way then is
 * not recorded.
 */
final class RunGuard implements AutoCloseable {
    private final RunFolder folder;
    private RunRecord run;
    private final Path work;
    private final boolean keepRows;
    private final Thread hook = new Thread(this::interrupted, "keep-results");
    private boolean ended;
    private boolean completed;

    RunGuard(RunFolder folder, RunRecord run, Path work, boolean keepRows) {
        this.folder = folder;
        this.run = run;
        this.work = work;
        this.keepRows = keepRows;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized void append(TrialRecord trial) throws IOException {
        if (ended) {
            return;
        }
        folder.append(trial);
        if (!keepRows) {
            deleteTree(folder.rows());
            Files.createDirectories(folder.rows());
        }
        deleteTree(work.resolve(trial.trial()));
    }

    /** Takes in what raw consumers got. */
    synchronized void limits(Map<String, TransportLimit> limits) {
        run = run.withTransportLimits(limits);
        folder.write(run);
    }

    /** Says that every trial of the plan has run. */
    synchronized void completed() {
        completed = true;
    }

    private synchronized void interrupted() {
        if (!ended) {
            end(true);
            ReportRenderer.render(folder);
            System.err.println();
            System.err.println("Interrupted. What was measured is in " + folder.path());
            System.err.println("Run it again, into a folder of its own, with: " + run.command());
            deleteWork();
        }
    }

    /** The processes are being stopped at the same time, so one of them may still write. */
    private void deleteWork() {
        try {
            deleteTree(work);
        } catch (UncheckedIOException e) {
            System.err.println("Work files stay in " + work);
        }
    }

    private void end(boolean wasInterrupted) {
        ended = true;
        folder.write(run.ended(Instant.now(), wasInterrupted, RunFacts.loadAverage()));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (!ended) {
                end(!completed);
            }
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // The JVM is shutting down: the hook has done its work.
        }
        deleteTree(work);
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                        throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException error)
                        throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("work files must be deletable: " + root, e);
        }
    }
}
