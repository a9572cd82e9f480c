package io.heliometer.results.run;

import java.util.List;

/**
 * The rules that a monitoring application of a plant would have, with the query whose rows each
 * needs. A rule without a query that is built is listed all the same: what is not looked for is
 * never found.
 */
public enum MonitoringRule {
    /** Peer ratio. */
    R1(
            "Peer ratio",
            "a row of Q5 (at most 85 % of its string's median) in 3 of 4 consecutive 15 min",
            "Q5",
            true),
    /** Voltage signature. */
    R2(
            "Voltage signature",
            "voltage at most 75 % of rated with current, 3 readings or more",
            "Q7",
            false),
    /** Open string. */
    R3(
            "Open string",
            "energy of Q3 at most 2 % of its inverter's median string, that one at 10 % of rated or"
                    + " more, in 2 consecutive 5 min",
            "Q3",
            true),
    /** Expected power. */
    R4("Expected power", "power at most 70 % of what the weather allows, 15 min", "Q8", false),
    /** Temperature. */
    R5(
            "Temperature",
            "15 K above the string's median for 30 min",
            "a query on temperatures, which is not specified",
            false),
    /** Status. */
    R6("Status", "status FAULT after a collapse of power", "Q10", false),
    /** Silence. */
    R7("Silence", "a row of Q6: three readings missed in daylight", "Q6", true),
    /** Stale values. */
    R8(
            "Stale values",
            "6 equal values or more while the peers change",
            "a query on repeated values, which is not specified",
            false),
    /** Recurring shade. */
    R9("Recurring shade", "R2 at the same time of day on 2 days or more", "Q7", false),
    /** Tracker. */
    R10("Tracker", "residual of opposite sign in the morning and afternoon", "Q8", false),
    /** Drift. */
    R11("Drift", "temperature-corrected performance ratio drifts", "Q4", false);

    /** The monitoring application, which writes the rows of every query that is built. */
    private static final String APPLICATION = "M";

    private final String title;
    private final String condition;
    private final String needs;
    private final boolean built;

    MonitoringRule(String title, String condition, String needs, boolean built) {
        this.title = title;
        this.condition = condition;
        this.needs = needs;
        this.built = built;
    }

    /** Returns its name in words. */
    public String title() {
        return title;
    }

    /** Returns when it fires, in words. */
    public String condition() {
        return condition;
    }

    /** Returns the query whose rows it needs. */
    public String needs() {
        return needs;
    }

    /** Returns the queries that are built and have such rows; empty if there is none. */
    public List<String> servedBy() {
        return built ? List.of(needs, APPLICATION) : List.of();
    }
}
