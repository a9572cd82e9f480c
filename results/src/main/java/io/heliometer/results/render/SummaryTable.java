package io.heliometer.results.render;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The summary for the terminal: plain text, one line per trial, no colour, no tabs. */
public final class SummaryTable {
    private static final List<Block.Column> COLUMNS = List.of(
            Block.Column.text("engine"),
            Block.Column.text("query"),
            Block.Column.text("trial"),
            Block.Column.text("outcome"),
            Block.Column.number("records/s"),
            Block.Column.number("p50 ms"),
            Block.Column.number("p99 ms"),
            Block.Column.number("CPU s/M"),
            Block.Column.number("expected"),
            Block.Column.number("missing"),
            Block.Column.number("dup"),
            Block.Column.number("wrong"));

    private SummaryTable() {}

    /**
     * Returns the table with a line end behind each line. The delays are the engine's; "-" is a
     * value that was not measured or is not published, because the trial did not complete.
     */
    public static String text(StoredRun stored) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS.stream().map(Block.Column::name).toList());
        RunView.of(stored).current().forEach(trial -> lines.add(line(trial)));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            int column = i;
            widths.add(lines.stream()
                    .mapToInt(line -> line.get(column).length())
                    .max()
                    .orElse(0));
        }
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining());
    }

    private static List<String> line(TrialRecord trial) {
        Correctness checked = trial.correctness();
        boolean tuned = !trial.variant().equals("default");
        return List.of(
                trial.engine() + (tuned ? " (" + trial.variant() + ")" : ""),
                trial.query(),
                trial.kind(),
                trial.outcome().name(),
                figure(trial, Metrics.recordsPerSecond(trial), true),
                figure(trial, Metrics.engineDelayP50(trial), false),
                figure(trial, Metrics.engineDelayP99(trial), false),
                figure(trial, Metrics.cpuSecondsPerMillionRecords(trial), false),
                rows(checked == null ? null : checked.expected()),
                rows(checked == null ? null : checked.missing()),
                rows(checked == null ? null : checked.duplicate()),
                rows(checked == null ? null : checked.wrong()));
    }

    private static String figure(TrialRecord trial, @Nullable Double value, boolean whole) {
        if (value == null || !trial.outcome().valid()) {
            return "-";
        }
        return whole ? Numbers.count(value) : Numbers.measured(value);
    }

    private static String rows(@Nullable Long count) {
        return count == null ? "-" : Numbers.count(count);
    }

    private static String padded(List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String gap = " ".repeat(widths.get(i) - line.get(i).length());
            text.append(i == 0 ? "" : "  ");
            text.append(COLUMNS.get(i).number() ? gap + line.get(i) : line.get(i) + gap);
        }
        return text.toString().stripTrailing() + "\n";
    }
}
