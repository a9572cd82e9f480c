package io.heliometer.results.render;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                                + " rows are counted one by one; any of them makes the trial INCORRECT. Dropped late is the engine's own count."));
        blocks.add(table(view.current()));
        for (TrialRecord trial : view.current()) {
            if (!trial.correctnessExamples().isEmpty()) {
                blocks.add(new Block.Paragraph("First examples of " + trial.engine() + " "
                        + trial.query() + " " + trial.kind() + ", block " + trial.block() + ":"));
                blocks.add(new Block.Code(String.join("\n", trial.correctnessExamples())));
            }
        }
        return new Section("correctness", "Correctness", blocks);
    }

    private static Block.Table table(List<TrialRecord> trials) {
        List<Block.Column> columns = List.of(
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
                    Cell.outcome(trial.outcome()),
                    values.expected() == null
                            ? Cell.absent("not checked")
                            : Cell.of(Numbers.count(values.expected())),
                    fault(values.missing(), "not checked"),
                    fault(values.duplicate(), "not checked"),
                    fault(values.wrong(), "not checked"),
                    fault(values.engineDropped(), "no counter"),
                    Cell.of(reason == null ? "" : reason));
        });
    }

    private static Cell fault(@Nullable Long count, String whyAbsent) {
        if (count == null) {
            return Cell.absent(whyAbsent);
        }
        return count == 0 ? Cell.of("0") : Cell.bad(Numbers.count(count));
    }
}
