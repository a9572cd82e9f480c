package io.heliometer.results.render;

import io.heliometer.results.chart.BarChart;
import io.heliometer.results.chart.EngineStyles;
import io.heliometer.results.run.NegativeCount;
import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.run.TypeScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the monitoring rules found in the rows, and whether all engines' rows say the same. */
final class RulesSection {
    /** The bars are no engine's, so they take a style that no engine of the project has. */
    private static final String BARS = "monitoring rules";

    private static final String NO_EPISODE = "no episode";
    private static final String NOT_DETECTABLE = "none detectable";

    private RulesSection() {}

    /** Returns the trials with a score. */
    static List<TrialRecord> scored(RunView view) {
        return view.current().stream().filter(trial -> trial.rules() != null).toList();
    }

    static Section of(RunView view) {
        List<ScoredRows> all = ScoredRows.of(scored(view));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("These scores measure the rules, not the engines: rows that"
                + " equal the oracle's have one score, whoever wrote them. Rules turn result"
                + " rows into alerts; alerts of one device and type that are at most 60 min"
                + " apart are an episode. An episode is good if it lies over a fault that"
                + " the rule is made for (with 30 min of grace), misclassified if it lies"
                + " over another fault only, and else a false alarm."));
        blocks.add(new Block.Paragraph(equality(view, all)));
        blocks.add(counts(all));
        blocks.add(shares(all));
        blocks.add(recall(all.get(0)));
        blocks.add(negatives(all.get(0), false));
        for (ScoredRows rows : all.subList(1, all.size())) {
            blocks.add(types(rows, true));
            blocks.add(negatives(rows, true));
        }
        blocks.add(new Block.Paragraph("Recall counts all detectable faults, those that no rule is"
                + " made for included: a query alone can find only what its rows show. In reach"
                + " are those that one of its rules is made for. Time to detect is event time, from"
                + " the first moment at which the noise-free effect is large enough to the alert;"
                + " it is the rule's patience, to which an engine adds its delay. Energy-weighted"
                + " recall weighs each fault with severity x rated energy while observable, which"
                + " stands for the lost energy."));
        blocks.add(RuleTable.of(all));
        return new Section("rules", "What the rules found", blocks);
    }

    private static String equality(RunView view, List<ScoredRows> all) {
        List<String> others = all.stream()
                .flatMap(rows -> rows.differing().stream())
                .map(trial -> VerdictSection.name(view, trial) + ", block " + trial.block() + " ("
                        + trial.outcome() + ")")
                .toList();
        return others.isEmpty()
                ? "Equal for all engines: yes."
                : "Equal for all engines: no. The rows of " + String.join("; ", others)
                        + " have another score than the oracle's rows, which is a mistake and never"
                        + " a matter of the rules. The tables show the oracle's.";
    }

    private static Block.Table counts(List<ScoredRows> all) {
        List<Block.Column> columns = List.of(
                Block.Column.text("Rows of"),
                Block.Column.text("Rules"),
                Block.Column.number("Faults"),
                Block.Column.number("Detectable"),
                Block.Column.number("In reach"),
                Block.Column.number("Found"),
                Block.Column.number("Good episodes"),
                Block.Column.number("Misclassified"),
                Block.Column.number("False alarms"),
                Block.Column.text("Equal for all engines"));
        List<List<Cell>> rows = new ArrayList<>();
        for (ScoredRows one : all) {
            RuleScore score = one.score();
            rows.add(List.of(
                    Cell.of(one.label()),
                    Cell.of(String.join(", ", score.rules())),
                    count(score.labels()),
                    count(score.detectable()),
                    count(score.inReach()),
                    count(score.found()),
                    count(score.good()),
                    count(score.misclassified()),
                    count(score.falseAlarms()),
                    one.equality()));
        }
        return Block.Table.of("Found faults and alert episodes, by query and input", columns, rows);
    }

    private static Block.Table shares(List<ScoredRows> all) {
        List<Block.Column> columns = List.of(
                Block.Column.text("Rows of"),
                Block.Column.number("Recall (%)"),
                Block.Column.number("Of those in reach (%)"),
                Block.Column.number("Recall, mean of types (%)"),
                Block.Column.number("Recall, energy-weighted (%)"),
                Block.Column.number("Precision (%)"),
                Block.Column.number("Precision, mean of types (%)"),
                Block.Column.number("False alarms per 1,000 device-days"),
                Block.Column.number("Time to detect p50 (min)"),
                Block.Column.number("p95 (min)"));
        return Block.Table.of(
                "Scores by query and input",
                columns,
                all.stream().map(RulesSection::shares).toList());
    }

    private static List<Cell> shares(ScoredRows rows) {
        RuleScore score = rows.score();
        return List.of(
                Cell.of(rows.label()),
                percent(score.recallPpm(), NOT_DETECTABLE),
                score.inReach() == 0
                        ? Cell.absent("none in reach")
                        : Cell.of(Numbers.measured(100.0 * score.found() / score.inReach())),
                percent(score.macroRecallPpm(), NOT_DETECTABLE),
                percent(score.energyRecallPpm(), "no energy lost"),
                percent(score.precisionPpm(), NO_EPISODE),
                percent(score.macroPrecisionPpm(), NO_EPISODE),
                Cell.of(Numbers.measured(score.falseAlarmsPerMillionDeviceDays() / 1000.0)),
                minutes(score.detectMedianMillis()),
                minutes(score.detectP95Millis()));
    }

    private static Block recall(ScoredRows rows) {
        String description = "Found faults of each type, in percent of the detectable ones, by the"
                + " rules " + String.join(", ", rows.score().rules()) + " on the rows of "
                + rows.label() + ". More is better. No rule here is made for a type that is not in"
                + " reach.";
        List<BarChart.Bar> bars = rows.score().types().stream()
                .filter(type -> type.labels() > 0)
                .map(RulesSection::bar)
                .toList();
        if (bars.isEmpty()) {
            return types(rows, false);
        }
        BarChart chart = new BarChart(
                "recall",
                "Recall by type of fault",
                description,
                "percent of the detectable faults",
                List.of(new BarChart.Group(rows.label(), bars)),
                new BarChart.Mark(100, "all"));
        EngineStyles styles = EngineStyles.of(List.of(BARS));
        return new Block.Figure("recall", description, chart.svg(styles), types(rows, false));
    }

    private static BarChart.Bar bar(TypeScore type) {
        Long recall = type.recallPpm();
        String text;
        if (recall == null) {
            text = "n/a (none detectable)";
        } else if (type.inReach() == 0) {
            text = "0 of " + words(type.detectable()) + " (not in reach)";
        } else {
            text = words(type.found()) + " of " + words(type.detectable());
        }
        Double value = recall == null ? null : (Double) (recall / 10_000.0);
        return new BarChart.Bar(BARS, type.type(), value, text, List.of());
    }

    private static Block.Table types(ScoredRows rows, boolean folded) {
        List<Block.Column> columns = List.of(
                Block.Column.text("Type"),
                Block.Column.number("Faults"),
                Block.Column.number("Detectable"),
                Block.Column.number("Found"),
                Block.Column.number("Recall (%)"),
                Block.Column.number("Time to detect p50 (min)"),
                Block.Column.number("p95 (min)"),
                Block.Column.number("Good episodes"),
                Block.Column.number("Misclassified"),
                Block.Column.number("False alarms"),
                Block.Column.number("Precision (%)"));
        return new Block.Table(
                "By type of fault (" + rows.label() + ": "
                        + String.join(", ", rows.score().rules())
                        + "). Faults are counted under what they are, episodes under what the rule"
                        + " takes them for",
                columns,
                rows.score().types().stream().map(RulesSection::type).toList(),
                folded);
    }

    private static List<Cell> type(TypeScore type) {
        boolean beyond = type.detectable() > 0 && type.inReach() == 0;
        return List.of(
                Cell.of(type.type()),
                count(type.labels()),
                count(type.detectable()),
                beyond ? Cell.absent("not in reach") : count(type.found()),
                beyond
                        ? Cell.of("0")
                        : percent(
                                type.recallPpm(),
                                type.labels() == 0 ? "no such fault" : NOT_DETECTABLE),
                minutes(type.detectMedianMillis()),
                minutes(type.detectP95Millis()),
                count(type.good()),
                count(type.misclassified()),
                count(type.falseAlarms()),
                percent(type.precisionPpm(), NO_EPISODE));
    }

    private static Block.Table negatives(ScoredRows rows, boolean folded) {
        return new Block.Table(
                "False alarms by the hard negative that they lie over (" + rows.label() + ")",
                List.of(
                        Block.Column.text("Hard negative"),
                        Block.Column.number("In the input"),
                        Block.Column.number("False alarms")),
                rows.score().negatives().stream()
                        .map(negative -> List.of(
                                Cell.of(negative.type()),
                                negative.type().equals(NegativeCount.NOTHING)
                                        ? Cell.of("")
                                        : count(negative.labels()),
                                count(negative.falseAlarms())))
                        .toList(),
                folded);
    }

    private static Cell count(long value) {
        return Cell.of(words(value));
    }

    private static String words(long count) {
        return Numbers.count((double) count);
    }

    private static Cell percent(@Nullable Long ppm, String whyAbsent) {
        return ppm == null ? Cell.absent(whyAbsent) : Cell.of(Numbers.measured(ppm / 10_000.0));
    }

    private static Cell minutes(@Nullable Long millis) {
        return millis == null
                ? Cell.absent("none found")
                : Cell.of(Numbers.measured(millis / 60_000.0));
    }
}
