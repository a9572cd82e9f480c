package io.heliometer.results.run;

/**
 * False alarms that lay over one type of hard negative, which looks like a fault and is none.
 *
 * @param type such as {@code CLOUD}; {@link #NOTHING} for false alarms that lay over none
 * @param labels hard negatives of the type in the input
 * @param falseAlarms each counted once, under the one that it overlapped longest
 */
public record NegativeCount(String type, long labels, long falseAlarms) {
    /** Stands for no hard negative at all. */
    public static final String NOTHING = "none of them";

    /** Checks the name. */
    public NegativeCount {
        Checks.text("type", type);
    }
}
