package io.heliometer.benchmarks.score;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.results.run.TypeScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts of one type of fault, or of all types together. */
final class Tally {
    private long labels;
    private long detectable;
    private long inReach;
    private long found;
    private long good;
    private long misclassified;
    private long falseAlarms;
    private final List<Long> delaysMillis = new ArrayList<>();

    /**
     * Counts a label.
     *
     * @param reach whether a rule is made for it
     * @param delayMillis time to detect; null if it was not found
     */
    void label(FaultLabel label, boolean reach, @Nullable Long delayMillis) {
        labels++;
        if (!label.detectable()) {
            return;
        }
        detectable++;
        inReach += reach ? 1 : 0;
        if (delayMillis != null) {
            found++;
            delaysMillis.add(delayMillis);
        }
    }

    void episode(Judged judged) {
        good += judged.good() ? 1 : 0;
        misclassified += judged.misclassified() ? 1 : 0;
        falseAlarms += judged.falseAlarm() ? 1 : 0;
    }

    boolean isEmpty() {
        return labels + good + misclassified + falseAlarms == 0;
    }

    TypeScore score(FaultType type) {
        return score(type.name());
    }

    TypeScore score(String type) {
        return new TypeScore(
                type,
                labels,
                detectable,
                inReach,
                found,
                share(found, detectable),
                percentile(50),
                percentile(95),
                good,
                misclassified,
                falseAlarms,
                share(good, good + falseAlarms));
    }

    /** Returns part / whole, ppm; null if there is no whole. */
    static @Nullable Long share(long part, long whole) {
        return whole == 0 ? null : (Long) Ratio.ppm(part, whole);
    }

    /** Returns the nearest rank, which for 50 % is the lower median; null if there is none. */
    private @Nullable Long percentile(long percent) {
        List<Long> ascending = delaysMillis.stream().sorted().toList();
        long rank = Math.floorDiv(percent * ascending.size() + 99, 100);
        return ascending.isEmpty() ? null : ascending.get((int) rank - 1);
    }
}
