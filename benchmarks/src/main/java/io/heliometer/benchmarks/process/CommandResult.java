package io.heliometer.benchmarks.process;

import java.util.OptionalInt;

/**
 * What came of a short command.
 *
 * @param status whether it ran to its end
 * @param exitCode empty unless it ran to its end
 * @param output the first 4 KiB of standard output and error, stripped
 */
public record CommandResult(Status status, OptionalInt exitCode, String output) {
    /** How far the command came. */
    public enum Status {
        /** There is no such program. */
        MISSING,
        /** It did not end in time and was killed. */
        TIMED_OUT,
        /** It ended by itself. */
        ENDED
    }

    /** Returns whether it ended with exit code 0. */
    public boolean succeeded() {
        return exitCode.isPresent() && exitCode.getAsInt() == 0;
    }
}
