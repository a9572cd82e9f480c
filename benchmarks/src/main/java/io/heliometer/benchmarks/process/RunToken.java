package io.heliometer.benchmarks.process;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The mark that every process of a run carries in its environment and hands on to its own children.
 *
 * <p>An orphan keeps its environment when it loses its parent, so the mark finds what the process
 * tree no longer shows. Tokens nest: a run's token also covers {@code <token>.<scope>}.
 *
 * @param value letters, digits, dashes and dots, 8 to 200 characters
 */
public record RunToken(String value) {
    /** The environment variable that holds the token. */
    public static final String VARIABLE = "HELIOMETER_RUN";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9.-]{8,200}");

    /** Checks the characters and the length. */
    public RunToken {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("value must match " + VALID + ", was " + value);
        }
    }

    /** Returns a token that no other run has. */
    public static RunToken random() {
        return new RunToken(UUID.randomUUID().toString());
    }

    /** Returns the token of a part of the run, for example of one trial. */
    public RunToken scope(String name) {
        return new RunToken(value + "." + name);
    }

    /** Returns whether a process whose variable has this value belongs to this token. */
    public boolean covers(String variableValue) {
        return variableValue.equals(value) || variableValue.startsWith(value + ".");
    }
}
