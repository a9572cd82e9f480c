package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.ChildProcess;

import java.util.List;

/** The end of a process's log, for the reason of a failed trial. */
final class LastWords {
    private static final int LINES = 3;

    private LastWords() {}

    static String of(ChildProcess child) {
        List<String> lines = child.lastLines();
        String tail =
                String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return (tail.isEmpty() ? "no output" : tail) + " (log: " + child.errLog() + ")";
    }
}
