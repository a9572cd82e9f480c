package io.heliometer.benchmarks.process;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A child that did not become ready: it ended too early, or took too long. */
public final class ChildFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String childName;
    private final String what;
    private final @Nullable Integer exitCode;
    private final String lastLines;

    ChildFailure(String childName, String what, OptionalInt exitCode, List<String> lastLines) {
        super(childName + " " + what + "; from its log:\n  " + String.join("\n  ", lastLines));
        this.childName = childName;
        this.what = what;
        this.exitCode = exitCode.isPresent() ? exitCode.getAsInt() : null;
        this.lastLines = String.join("\n", lastLines);
    }

    /** Returns the name of the child. */
    public String childName() {
        return childName;
    }

    /** Returns what happened, without name and log: one line. */
    public String what() {
        return what;
    }

    /** Returns the exit code, or empty if the child still ran when its time was up. */
    public OptionalInt exitCode() {
        return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    /** Returns the first lines of the log that name an error, then its last lines. */
    public String lastLines() {
        return lastLines;
    }
}
