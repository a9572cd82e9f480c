package io.heliometer.results.render;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.List;

/** What the oracle says of every trial: the one section that also shows invalid trials' counts. */
final class CorrectnessSection {
    private static final Correctness NOT_CHECKED = new Correctness(null, null, null, null, null);

    private CorrectnessSection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph(
                        "A batch program that shares no query logic with the engines"
                                + " computes the expected rows from the same input. Missing, duplicate and wrong"
                                + " rows are counted one by one; any of them makes the trial INCORRECT"
                                + (view.disturbed().isEmpty()
                                        ? ""
                                        : ", except duplicates after a fault where the engine claims no more than at-least-once: they are marked as allowed")
                                + ". The guarantee is what the engine claims with these settings, not what was proved. Dropped late is the engine's own count."));
        blocks.add(table(view.current()));
        for (TrialRecord trial : view.current()) {
            if (!trial.correctnessExamples().isEmpty()) {
                blocks.add(new Block.Paragraph("First examples of "
                        + VerdictSection.name(view, trial) + ", block " + trial.block() + ":"));
                blocks.add(new Block.Code(String.join("\n", trial.correctnessExamples())));
            }
        }
        return new Section("correctness", "Correctness", blocks);
    }

    private static Block.Table table(List<TrialRecord> trials) {
        List<Block.Column> columns = List.of(
                Block.Column.text("Guarantee"),
                Block.Column.text("Outcome"),
                Block.Column.number("Expected"),
                Block.Column.number("Missing"),
                Block.Column.number("Duplicate"),
                Block.Column.number("Wrong"),
                Block.Column.number("Dropped late"),
                Block.Column.text("Reason"));
        return Tables.of("Result rows against the oracle", trials, columns, trial -> {
            Correctness checked = trial.correctness();
            Correctness values = checked == null ? NOT_CHECKED : checked;
            String reason = trial.reason();
            return List.of(
                    Claim.guarantee(trial),
                    Cell.outcome(trial.outcome()),
                    values.expected() == null
                            ? Cell.absent("not checked")
                            : Cell.of(Numbers.count(values.expected())),
                    RowCounts.mistakes(values.missing()),
                    RowCounts.duplicates(trial),
                    RowCounts.mistakes(values.wrong()),
                    RowCounts.mistakes(values.engineDropped(), "no counter"),
                    Cell.of(reason == null ? "" : reason));
        });
    }
}
