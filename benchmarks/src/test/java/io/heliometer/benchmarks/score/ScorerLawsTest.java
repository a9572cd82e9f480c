package io.heliometer.benchmarks.score;

import static io.heliometer.benchmarks.score.SmallPlant.HOUR;
import static io.heliometer.benchmarks.score.SmallPlant.MINUTE;
import static io.heliometer.benchmarks.score.SmallPlant.inverter;
import static io.heliometer.benchmarks.score.SmallPlant.label;
import static io.heliometer.benchmarks.score.SmallPlant.lagging;
import static io.heliometer.benchmarks.score.SmallPlant.panel;
import static io.heliometer.benchmarks.score.SmallPlant.plant;
import static io.heliometer.benchmarks.score.SmallPlant.silent;
import static io.heliometer.benchmarks.score.SmallPlant.site;
import static io.heliometer.benchmarks.score.SmallPlant.string;
import static io.heliometer.benchmarks.score.SmallPlant.yielding;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.TypeScore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws, over random rows of the application and random labels of every type. */
final class ScorerLawsTest {
    private static final long WINDOW = 15 * MINUTE;
    private static final List<FaultType> TYPES = List.of(FaultType.values());

    private static Asset asset(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> site(random.nextInt(2));
            case 1 -> inverter(random.nextInt(4));
            case 2, 3 -> string(random.nextInt(16));
            default -> panel(random.nextInt(SmallPlant.PANELS));
        };
    }

    private static FaultLabel[] labels(Random random) {
        FaultLabel[] labels = new FaultLabel[60];
        for (int id = 0; id < labels.length; id++) {
            long onset = random.nextInt(600) * MINUTE;
            long end = random.nextInt(5) == 0
                    ? FaultLabel.OPEN
                    : onset + (1 + random.nextInt(120)) * MINUTE;
            long seen =
                    random.nextInt(5) == 0 ? FaultLabel.NEVER : onset + random.nextInt(10) * MINUTE;
            FaultType type = TYPES.get(random.nextInt(TYPES.size()));
            labels[id] = label(id, type, asset(random), new long[] {onset, end, seen});
        }
        return labels;
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int panel = random.nextInt(SmallPlant.PANELS);
            long start = random.nextInt(40) * WINDOW;
            lagging(panel, start, start + random.nextInt(6) * WINDOW)
                    .forEach(row -> rows.add("5," + row));
            rows.add("6," + silent(panel, start));
        }
        for (int string = 0; string < 16; string++) {
            for (long start = 0; start < 12 * HOUR; start += 5 * MINUTE) {
                String energy = random.nextInt(3) == 0 ? "0" : "100000000";
                rows.add("3," + yielding(string, start, energy));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void score_doesNotDependOnTheOrderOrRepetitionOfRows(long seed) {
        Random random = new Random(seed);
        Scorer scorer = SmallPlant.scorer(labels(random));
        List<String> rows = rows(random);
        RuleScore score = scorer.score("M", rows).orElseThrow();

        List<String> others = new ArrayList<>(rows);
        others.addAll(rows.subList(0, rows.size() / 2));
        Collections.shuffle(others, random);

        assertThat(scorer.score("M", others)).contains(score);
        assertThat(score.good()).isPositive();
        assertThat(score.falseAlarms()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void score_doesNotDependOnTheOrderOfLabels(long seed) {
        Random random = new Random(seed);
        FaultLabel[] labels = labels(random);
        List<String> rows = rows(random);
        List<FaultLabel> shuffled = new ArrayList<>(List.of(labels));
        Collections.shuffle(shuffled, random);

        assertThat(SmallPlant.scorer(shuffled.toArray(FaultLabel[]::new)).score("M", rows))
                .isEqualTo(SmallPlant.scorer(labels).score("M", rows));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void recall_isNeverLoweredByOneMoreRightAlert(long seed) {
        Random random = new Random(seed);
        FaultLabel[] labels = labels(random);
        Scorer scorer = SmallPlant.scorer(labels);
        List<Rule> rules = RuleBook.servedBy("M");
        List<Alert> alerts = new ArrayList<>(RuleBook.alerts("M", rows(random), plant()));
        RuleScore before = scorer.score(rules, alerts);
        for (FaultLabel label : labels) {
            for (Rule rule : rules) {
                if (rule.finds().contains(label.type())) {
                    long start = label.onsetMillis();
                    alerts.add(new Alert(
                            rule.name(),
                            new Asset(label.scope(), label.scopeId()),
                            rule.guess(),
                            start,
                            start + WINDOW,
                            start + WINDOW));
                    RuleScore after = scorer.score(rules, alerts);
                    assertThat(after.found()).isGreaterThanOrEqualTo(before.found());
                    before = after;
                }
            }
        }
        assertThat(before.found()).isEqualTo(before.inReach());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void totals_areTheSumsOfTheTypes(long seed) {
        Random random = new Random(seed);
        RuleScore score =
                SmallPlant.scorer(labels(random)).score("M", rows(random)).orElseThrow();

        assertThat(score.types().stream().mapToLong(TypeScore::found).sum())
                .isEqualTo(score.found());
        assertThat(score.types().stream().mapToLong(TypeScore::falseAlarms).sum())
                .isEqualTo(score.falseAlarms());
        assertThat(score.negatives().stream()
                        .mapToLong(negative -> negative.falseAlarms())
                        .sum())
                .isEqualTo(score.falseAlarms());
    }
}
