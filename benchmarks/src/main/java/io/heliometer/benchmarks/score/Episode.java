package io.heliometer.benchmarks.score;

import io.heliometer.common.model.FaultType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Alerts of one asset and type that a person would take for one thing.
 *
 * @param asset what they are about
 * @param guess what they take it for
 * @param alerts by start
 */
record Episode(Asset asset, FaultType guess, List<Alert> alerts) {
    /** Alerts that are at most this far apart are one episode, ms. */
    static final long MERGE_GAP_MILLIS = 3_600_000;

    private static final Comparator<Asset> BY_ASSET =
            Comparator.comparing(Asset::scope).thenComparingInt(Asset::id);
    private static final Comparator<Alert> BY_START = Comparator.comparingLong(Alert::startMillis)
            .thenComparingLong(Alert::endMillis)
            .thenComparingLong(Alert::alertMillis)
            .thenComparing(Alert::rule);

    Episode {
        alerts = List.copyOf(alerts);
    }

    long startMillis() {
        return alerts.get(0).startMillis();
    }

    long endMillis() {
        return alerts.stream().mapToLong(Alert::endMillis).max().orElseThrow();
    }

    /** Returns the types of fault that one of its alerts can mean. */
    Set<FaultType> meanings() {
        Set<FaultType> meanings = new TreeSet<>();
        alerts.forEach(alert -> meanings.addAll(RuleBook.rule(alert.rule()).finds()));
        return meanings;
    }

    /** Merges alerts, in any order and with repetitions, into episodes. */
    static List<Episode> of(Iterable<Alert> alerts) {
        Map<FaultType, Map<Asset, Set<Alert>>> groups = new TreeMap<>();
        for (Alert alert : alerts) {
            groups.computeIfAbsent(alert.guess(), guess -> new TreeMap<>(BY_ASSET))
                    .computeIfAbsent(alert.asset(), asset -> new TreeSet<>(BY_START))
                    .add(alert);
        }
        List<Episode> episodes = new ArrayList<>();
        groups.values().forEach(assets -> assets.values().forEach(group -> merge(group, episodes)));
        return episodes;
    }

    private static void merge(Set<Alert> group, List<Episode> episodes) {
        List<Alert> current = new ArrayList<>();
        long end = 0;
        for (Alert alert : group) {
            if (!current.isEmpty() && alert.startMillis() - end > MERGE_GAP_MILLIS) {
                episodes.add(of(current));
                current.clear();
            }
            end = current.isEmpty() ? alert.endMillis() : Math.max(end, alert.endMillis());
            current.add(alert);
        }
        episodes.add(of(current));
    }

    private static Episode of(List<Alert> alerts) {
        return new Episode(alerts.get(0).asset(), alerts.get(0).guess(), alerts);
    }
}
