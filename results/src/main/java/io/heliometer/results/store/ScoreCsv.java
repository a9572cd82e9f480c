package io.heliometer.results.store;

import io.heliometer.results.run.NegativeCount;
import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.run.TypeScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores as CSV: one line per trial and type of fault ({@code kind} fault) or hard negative
 * ({@code kind} negative). The totals of a trial stand in trials.csv.
 */
final class ScoreCsv {
    private static final List<String> HEADER = List.of(
            "trial",
            "engine",
            "query",
            "kind",
            "equalToOracle",
            "labelKind",
            "type",
            "labels",
            "detectable",
            "inReach",
            "found",
            "recallPpm",
            "detectMedianMillis",
            "detectP95Millis",
            "good",
            "misclassified",
            "falseAlarms",
            "precisionPpm");

    private ScoreCsv() {}

    static String of(List<TrialRecord> trials) {
        StringBuilder csv = new StringBuilder(TrialCsv.row(HEADER));
        for (TrialRecord trial : trials) {
            if (trial.rules() != null) {
                RuleScore score = trial.rules().observed();
                List<String> who = List.of(
                        trial.trial(),
                        trial.engine(),
                        trial.query(),
                        trial.kind(),
                        Boolean.toString(trial.rules().equalToOracle()));
                score.types().forEach(type -> csv.append(row(who, "fault", cells(type))));
                score.negatives()
                        .forEach(negative -> csv.append(row(who, "negative", cells(negative))));
            }
        }
        return csv.toString();
    }

    private static String row(List<String> who, String labelKind, List<String> cells) {
        List<String> row = new ArrayList<>(who);
        row.add(labelKind);
        row.addAll(cells);
        return TrialCsv.row(row);
    }

    private static List<String> cells(TypeScore score) {
        return List.of(
                score.type(),
                text(score.labels()),
                text(score.detectable()),
                text(score.inReach()),
                text(score.found()),
                text(score.recallPpm()),
                text(score.detectMedianMillis()),
                text(score.detectP95Millis()),
                text(score.good()),
                text(score.misclassified()),
                text(score.falseAlarms()),
                text(score.precisionPpm()));
    }

    private static List<String> cells(NegativeCount count) {
        return List.of(
                count.type(),
                text(count.labels()),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                text(count.falseAlarms()),
                "");
    }

    private static String text(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }
}
