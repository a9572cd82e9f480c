package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode held against the labels.
 *
 * @param episode which
 * @param matched faults that it rightly tells of; it is good if there is one
 * @param misclassified whether it matches none and lies over a fault of another type
 * @param negative of a false alarm: the hard negative that it overlapped longest; null if none
 */
record Judged(
        Episode episode,
        List<FaultLabel> matched,
        boolean misclassified,
        @Nullable FaultType negative) {
    Judged {
        matched = List.copyOf(matched);
    }

    boolean good() {
        return !matched.isEmpty();
    }

    boolean falseAlarm() {
        return !good() && !misclassified;
    }
}
