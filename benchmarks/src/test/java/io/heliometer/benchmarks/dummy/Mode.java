package io.heliometer.benchmarks.dummy;

import java.util.Locale;

/** What a dummy engine does wrong. */
public enum Mode {
    OK,
    HANG,
    LOSE_ONE_ROW,
    WRITE_ONE_ROW_TWICE,
    WRITE_ONE_WRONG_VALUE,
    FAIL_TO_START,
    START_LATE,
    EXIT_IN_MID_RUN,
    FLOOD_STDERR,
    IGNORE_SIGTERM,
    LEAVE_A_CHILD_BEHIND,
    REPORT_DROPPED;

    /** Returns the mode as it stands in the setting. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
