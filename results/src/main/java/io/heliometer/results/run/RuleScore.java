package io.heliometer.results.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the monitoring rules found in the rows of a trial, against the labels of its input. It says
 * how good the rules are, and nothing of the engine: right rows have one score. Integers only.
 *
 * @param rules that these rows serve, such as {@code R1}
 * @param labels faults in the input
 * @param detectable those whose effect is ever large enough to be seen
 * @param inReach those of them that one of the rules is made for
 * @param found those of them that an episode matched
 * @param recallPpm found / detectable, all types together; null if none is detectable
 * @param macroRecallPpm mean of the types' recalls
 * @param energyRecallPpm the same as recallPpm, each fault weighted with severity x rated energy
 *     while observable; null if the detectable ones cost none
 * @param detectMedianMillis event time from observable to the first alert, lower median
 * @param detectP95Millis the same, 95th percentile
 * @param good alert episodes that match a label
 * @param misclassified episodes that match none and lie over a fault of another type
 * @param falseAlarms all other episodes
 * @param precisionPpm good / (good + falseAlarms); null if there is neither
 * @param macroPrecisionPpm mean of the types' precisions
 * @param falseAlarmsPerMillionDeviceDays falseAlarms over devices times days of the input
 * @param types with a label or an episode, in the order of the catalogue
 * @param negatives false alarms by hard negative
 */
public record RuleScore(
        List<String> rules,
        long labels,
        long detectable,
        long inReach,
        long found,
        @Nullable Long recallPpm,
        @Nullable Long macroRecallPpm,
        @Nullable Long energyRecallPpm,
        @Nullable Long detectMedianMillis,
        @Nullable Long detectP95Millis,
        long good,
        long misclassified,
        long falseAlarms,
        @Nullable Long precisionPpm,
        @Nullable Long macroPrecisionPpm,
        long falseAlarmsPerMillionDeviceDays,
        List<TypeScore> types,
        List<NegativeCount> negatives) {

    /** Copies the lists. */
    public RuleScore {
        rules = List.copyOf(Checks.present("rules", rules));
        types = List.copyOf(Checks.present("types", types));
        negatives = List.copyOf(Checks.present("negatives", negatives));
    }
}
