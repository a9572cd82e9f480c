package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides what an episode tells of. It and a label are candidates if one's asset is the other's or
 * a part of it, and {@code [start, end)} overlaps {@code [onset, end + grace)}.
 */
final class Matcher {
    /** An alert may lag the end of what it tells of, ms. */
    static final long GRACE_MILLIS = 1_800_000;

    private final Plant plant;
    private final Map<Integer, List<FaultLabel>> labelsBySite = new TreeMap<>();

    Matcher(Plant plant, List<FaultLabel> labels) {
        this.plant = plant;
        labels.forEach(label -> labelsBySite
                .computeIfAbsent(label.site(), site -> new ArrayList<>())
                .add(label));
    }

    Judged judge(Episode episode) {
        Set<FaultType> meanings = episode.meanings();
        List<FaultLabel> candidates = candidates(episode);
        List<FaultLabel> faults =
                candidates.stream().filter(label -> label.type().isFault()).toList();
        List<FaultLabel> matched =
                faults.stream().filter(label -> meanings.contains(label.type())).toList();
        FaultType negative = candidates.stream()
                .filter(label -> !label.type().isFault())
                .max(Comparator.comparingLong((FaultLabel label) -> overlapMillis(episode, label))
                        .thenComparing(FaultLabel::id, Comparator.reverseOrder()))
                .map(FaultLabel::type)
                .orElse(null);
        return new Judged(episode, matched, matched.isEmpty() && !faults.isEmpty(), negative);
    }

    private List<FaultLabel> candidates(Episode episode) {
        Integer site = plant.siteOf(episode.asset());
        return labelsBySite.getOrDefault(site == null ? -1 : site, List.of()).stream()
                .filter(label -> overlapMillis(episode, label) > 0)
                .filter(label ->
                        plant.related(episode.asset(), new Asset(label.scope(), label.scopeId())))
                .toList();
    }

    private static long overlapMillis(Episode episode, FaultLabel label) {
        long labelEnd = label.endMillis() == FaultLabel.OPEN
                ? FaultLabel.OPEN
                : label.endMillis() + GRACE_MILLIS;
        return Math.min(episode.endMillis(), labelEnd)
                - Math.max(episode.startMillis(), label.onsetMillis());
    }
}
