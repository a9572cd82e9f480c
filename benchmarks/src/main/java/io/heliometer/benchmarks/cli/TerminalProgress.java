package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.plan.ProgressListener;
import io.heliometer.benchmarks.plan.TrialSpec;
import io.heliometer.results.run.TrialRecord;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Progress for people: one line that rewrites itself on a terminal, plain lines elsewhere. */
final class TerminalProgress implements ProgressListener {
    private static final long REWRITE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /**
     * Set by the start script, as only the shell can tell whether stdout is a terminal on every
     * JDK.
     */
    private static final String TERMINAL_PROPERTY = "heliometer.terminal";

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long startedNanos = System.nanoTime();
    private String trial = "";
    private long lastRewrite;
    private long lastSeen;

    TerminalProgress(PrintStream out) {
        this.out = out;
        this.terminal = Boolean.getBoolean(TERMINAL_PROPERTY) && System.getenv("NO_COLOR") == null;
    }

    @Override
    public void step(String text) {
        line(elapsed() + "  " + text);
    }

    @Override
    public void started(TrialSpec spec, int number, int planned) {
        trial = String.format(
                Locale.ROOT,
                "[%d/%d] %s %s %s%s",
                number,
                planned,
                spec.engine().name(),
                spec.query(),
                spec.input().kind(),
                spec.attempt() == 1 ? "" : " (attempt " + spec.attempt() + ")");
        lastSeen = 0;
        if (terminal) {
            rewrite(elapsed() + "  " + trial + "  starting");
        }
    }

    @Override
    public void rows(TrialSpec spec, long seen, long expected) {
        long now = System.nanoTime();
        if (!terminal || now - lastRewrite < REWRITE_NANOS) {
            return;
        }
        double perSecond = (seen - lastSeen) * 1e9 / (now - lastRewrite);
        lastRewrite = now;
        lastSeen = seen;
        rewrite(String.format(
                Locale.ROOT,
                "%s  %s  %d of %d rows, %.0f rows/s",
                elapsed(),
                trial,
                seen,
                expected,
                perSecond));
    }

    @Override
    public void ended(TrialRecord record) {
        String reason = record.reason();
        line(String.format(
                Locale.ROOT,
                "%s  %s  %s%s (%.1f s)",
                elapsed(),
                trial,
                record.outcome(),
                reason == null ? "" : ": " + reason,
                record.elapsedSeconds()));
        record.correctnessExamples().forEach(example -> line("         " + example));
    }

    private String elapsed() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedNanos);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private void rewrite(String text) {
        out.print(CLEAR_LINE + text);
        out.flush();
    }

    private void line(String text) {
        out.println((terminal ? CLEAR_LINE : "") + text);
        out.flush();
    }
}
