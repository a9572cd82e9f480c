package io.heliometer.benchmarks.score;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.results.run.NegativeCount;
import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.TypeScore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores result rows against the labels of a run. Laws: the order and the repetition of rows do not
 * matter; equal rows have equal scores; one more right alert never lowers a recall.
 */
public final class Scorer {
    private static final long DAY_SECONDS = 86_400;
    private static final long MILLION = 1_000_000;
    private static final long MILLI_WATT_SECONDS_PER_WATT_HOUR = 3_600_000;

    private final Plant plant;
    private final List<FaultLabel> labels;
    private final Matcher matcher;

    /**
     * Binds the scoring to an input.
     *
     * @param labels the truth; may be empty, which means that nobody knows it
     */
    public Scorer(PanelRegistry registry, Horizon horizon, List<FaultLabel> labels) {
        this.plant = new Plant(registry, horizon);
        this.labels = List.copyOf(labels);
        this.matcher = new Matcher(plant, labels);
    }

    /**
     * Returns the score; empty if no rule works on rows of the query, or nobody knows the truth.
     */
    public Optional<RuleScore> score(String query, Collection<String> rows) {
        List<Rule> rules = RuleBook.servedBy(query);
        if (rules.isEmpty() || labels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(score(rules, RuleBook.alerts(query, rows, plant)));
    }

    RuleScore score(List<Rule> rules, List<Alert> alerts) {
        List<Judged> judged = Episode.of(alerts).stream().map(matcher::judge).toList();
        Map<Integer, List<Episode>> episodesByLabel = new HashMap<>();
        judged.forEach(one -> one.matched()
                .forEach(label -> episodesByLabel
                        .computeIfAbsent(label.id(), id -> new ArrayList<>())
                        .add(one.episode())));
        Map<FaultType, Tally> tallies = new EnumMap<>(FaultType.class);
        Tally all = new Tally();
        for (FaultLabel label : labels) {
            if (label.type().isFault()) {
                boolean reach =
                        rules.stream().anyMatch(rule -> rule.finds().contains(label.type()));
                Long delay = delayMillis(label, episodesByLabel.get(label.id()));
                tally(tallies, label.type()).label(label, reach, delay);
                all.label(label, reach, delay);
            }
        }
        for (Judged one : judged) {
            tally(tallies, one.episode().guess()).episode(one);
            all.episode(one);
        }
        List<TypeScore> types = tallies.entrySet().stream()
                .map(entry -> entry.getValue().score(entry.getKey()))
                .toList();
        return score(rules, all.score("all"), types, judged, episodesByLabel);
    }

    private static Tally tally(Map<FaultType, Tally> tallies, FaultType type) {
        return tallies.computeIfAbsent(type, key -> new Tally());
    }

    private RuleScore score(
            List<Rule> rules,
            TypeScore all,
            List<TypeScore> types,
            List<Judged> judged,
            Map<Integer, List<Episode>> episodesByLabel) {
        return new RuleScore(
                rules.stream().map(rule -> rule.name().name()).toList(),
                all.labels(),
                all.detectable(),
                all.inReach(),
                all.found(),
                all.recallPpm(),
                mean(types.stream().map(TypeScore::recallPpm).toList()),
                energyRecallPpm(episodesByLabel),
                all.detectMedianMillis(),
                all.detectP95Millis(),
                all.good(),
                all.misclassified(),
                all.falseAlarms(),
                all.precisionPpm(),
                mean(types.stream().map(TypeScore::precisionPpm).toList()),
                perMillionDeviceDays(all.falseAlarms()),
                types,
                negatives(judged));
    }

    /**
     * Returns the event time from when a fault was observable to its first alert at or after the
     * onset; if all came before it, to the last of them. Negative values stay.
     */
    private static @Nullable Long delayMillis(FaultLabel label, @Nullable List<Episode> episodes) {
        if (episodes == null || !label.detectable()) {
            return null;
        }
        long[] times = episodes.stream()
                .flatMap(episode -> episode.alerts().stream())
                .mapToLong(Alert::alertMillis)
                .sorted()
                .toArray();
        long first = times[times.length - 1];
        for (long time : times) {
            if (time >= label.onsetMillis()) {
                first = time;
                break;
            }
        }
        return first - label.observableFromMillis();
    }

    private @Nullable Long energyRecallPpm(Map<Integer, List<Episode>> episodesByLabel) {
        long total = 0;
        long found = 0;
        for (FaultLabel label : labels) {
            if (label.type().isFault() && label.detectable()) {
                long wattHours = wattHours(label);
                total = Math.addExact(total, wattHours);
                found += episodesByLabel.containsKey(label.id()) ? wattHours : 0;
            }
        }
        return Tally.share(found, total);
    }

    /**
     * Returns severity x rated power x time while observable, Wh. It stands for the lost energy,
     * which would need the irradiance: too large, but for all faults of the day alike.
     */
    private long wattHours(FaultLabel label) {
        long rated = label.devices().stream().mapToLong(plant::ratedMilliWatts).sum();
        long lostMilliWatts = Ratio.div(Math.multiplyExact(rated, label.severityPpm()), MILLION);
        long end = Math.min(
                Math.min(label.observableToMillis(), label.endMillis()),
                plant.horizon().endMillis());
        long seconds = Math.max(0, end - label.observableFromMillis()) / 1000;
        return Ratio.div(
                Math.multiplyExact(lostMilliWatts, seconds), MILLI_WATT_SECONDS_PER_WATT_HOUR);
    }

    private long perMillionDeviceDays(long falseAlarms) {
        long seconds = Math.max(1, plant.horizon().lengthMillis() / 1000);
        return Ratio.div(
                Math.multiplyExact(falseAlarms, MILLION * DAY_SECONDS),
                Math.multiplyExact(Math.max(1, plant.panelCount()), seconds));
    }

    private static @Nullable Long mean(List<@Nullable Long> values) {
        long sum = 0;
        long count = 0;
        for (Long value : values) {
            if (value != null) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? null : (Long) Ratio.div(sum, count);
    }

    private List<NegativeCount> negatives(List<Judged> judged) {
        List<NegativeCount> counts = new ArrayList<>();
        for (FaultType type : FaultType.values()) {
            long total = labels.stream().filter(label -> label.type() == type).count();
            if (!type.isFault() && total > 0) {
                counts.add(new NegativeCount(type.name(), total, falseAlarms(judged, type)));
            }
        }
        counts.add(new NegativeCount(NegativeCount.NOTHING, 0, falseAlarms(judged, null)));
        return counts;
    }

    private static long falseAlarms(List<Judged> judged, @Nullable FaultType negative) {
        return judged.stream()
                .filter(Judged::falseAlarm)
                .filter(one -> one.negative() == negative)
                .count();
    }
}
