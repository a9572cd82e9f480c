package io.heliometer.results.render;

import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.RulesFound;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The trials whose rows ought to be equal, as query and input are.
 *
 * @param label query and kind, with the size of the input where several share these
 * @param score of the rows that the oracle computed
 * @param trials of all engines and blocks
 */
record ScoredRows(String label, RuleScore score, List<TrialRecord> trials) {
    /** Copies the trials. */
    ScoredRows {
        trials = List.copyOf(trials);
    }

    /** Groups trials that have a score, by query and input; what can find most comes first. */
    static List<ScoredRows> of(List<TrialRecord> trials) {
        Map<String, Map<String, List<TrialRecord>>> groups = new TreeMap<>();
        for (TrialRecord trial : trials) {
            groups.computeIfAbsent(trial.query() + " " + trial.kind(), key -> new TreeMap<>())
                    .computeIfAbsent(String.valueOf(trial.inputDigest()), key -> new ArrayList<>())
                    .add(trial);
        }
        List<ScoredRows> all = new ArrayList<>();
        groups.forEach((label, inputs) -> inputs.values().forEach(members -> {
            String size = inputs.size() > 1 ? ", " + Group.load(members.get(0).load()) : "";
            RuleScore score = found(members.get(0)).reference();
            all.add(new ScoredRows(label + size, score, members));
        }));
        all.sort(Comparator.comparingInt(
                        (ScoredRows rows) -> -rows.score().rules().size())
                .thenComparingLong(rows -> -rows.score().inReach()));
        return all;
    }

    /** Returns the trials whose rows have another score. */
    List<TrialRecord> differing() {
        return trials.stream().filter(trial -> !found(trial).equalToOracle()).toList();
    }

    /** Returns whether all rows have the score, in one cell. */
    Cell equality() {
        List<String> engines =
                trials.stream().map(TrialRecord::engine).distinct().sorted().toList();
        List<String> others = differing().stream()
                .map(TrialRecord::engine)
                .distinct()
                .sorted()
                .toList();
        return others.isEmpty()
                ? new Cell("yes: " + String.join(", ", engines), "good")
                : Cell.bad("no: " + String.join(", ", others));
    }

    private static RulesFound found(TrialRecord trial) {
        return Objects.requireNonNull(trial.rules(), "trial must have a score");
    }
}
