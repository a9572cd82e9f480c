package io.heliometer.benchmarks.doctor;

import java.util.List;

/**
 * The result of one check.
 *
 * @param name what was checked, such as {@code memory}
 * @param status how it stands
 * @param detail what was found, with its value and unit
 * @param nextStep what the user can do; empty if all is well
 */
public record Finding(String name, Status status, String detail, String nextStep) {
    /** How a check came out. */
    public enum Status {
        /** As it should be. */
        OK,
        /** A run works, with a limit that the detail names. */
        WARN,
        /** A run would fail. */
        FAIL
    }

    /** A finding that is not well says what to do. */
    public Finding {
        if (status != Status.OK && nextStep.isBlank()) {
            throw new IllegalArgumentException("nextStep must be given, was blank for " + name);
        }
    }

    static Finding ok(String name, String detail) {
        return new Finding(name, Status.OK, detail, "");
    }

    static Finding warn(String name, String detail, String nextStep) {
        return new Finding(name, Status.WARN, detail, nextStep);
    }

    static Finding fail(String name, String detail, String nextStep) {
        return new Finding(name, Status.FAIL, detail, nextStep);
    }

    /** Returns the worst status of all; OK for an empty list. */
    public static Status worst(List<Finding> findings) {
        return findings.stream().map(Finding::status).reduce(Status.OK, Finding::worse);
    }

    private static Status worse(Status a, Status b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
