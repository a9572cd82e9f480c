package io.heliometer.results.run;

import org.jspecify.annotations.Nullable;

/**
 * How one type of fault fared: its labels, and the alert episodes that took themselves for it.
 *
 * @param type such as {@code OPEN_STRING}
 * @param labels faults of the type in the input
 * @param detectable those whose effect is ever large enough to be seen
 * @param inReach those of them that a rule on this query's rows is made for
 * @param found those of them that an episode matched
 * @param recallPpm found / detectable; null if none is detectable
 * @param detectMedianMillis event time from when a found one was observable to its first alert,
 *     lower median; null if none was found
 * @param detectP95Millis the same, 95th percentile
 * @param good episodes that match a label
 * @param misclassified episodes that match none and lie over a fault of another type
 * @param falseAlarms all other episodes
 * @param precisionPpm good / (good + falseAlarms); null if there is neither
 */
public record TypeScore(
        String type,
        long labels,
        long detectable,
        long inReach,
        long found,
        @Nullable Long recallPpm,
        @Nullable Long detectMedianMillis,
        @Nullable Long detectP95Millis,
        long good,
        long misclassified,
        long falseAlarms,
        @Nullable Long precisionPpm) {

    /** Checks the name and the order of the counts. */
    public TypeScore {
        Checks.text("type", type);
        if (found > inReach || inReach > detectable || detectable > labels) {
            throw new IllegalArgumentException(
                    "found <= inReach <= detectable <= labels must hold, was " + found + ", "
                            + inReach + ", " + detectable + ", " + labels);
        }
    }
}
