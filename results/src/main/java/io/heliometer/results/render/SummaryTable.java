package io.heliometer.results.render;

import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The summary for the terminal: plain text, one line per trial, no colour, no tabs. A run with
 * faults has columns for them; the median delay and the expected rows, which the report shows, then
 * make room, so that a line with the default settings has 132 characters at most.
 */
public final class SummaryTable {
    private SummaryTable() {}

    /**
     * A column.
     *
     * @param name heading
     * @param number whether it is aligned to the right
     * @param of its text in a trial's line
     */
    private record Column(String name, boolean number, Function<TrialRecord, String> of) {
        static Column text(String name, Function<TrialRecord, String> of) {
            return new Column(name, false, of);
        }

        static Column number(String name, Function<TrialRecord, String> of) {
            return new Column(name, true, of);
        }
    }

    /**
     * Returns the table with a line end behind each line. The delays are the engine's; "-" is a
     * value that was not measured or is not published, because the trial did not complete or its
     * delay and cost are those of an outage.
     */
    public static String text(StoredRun stored) {
        RunView view = RunView.of(stored);
        List<Column> columns = columns(view);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::name).toList());
        for (TrialRecord trial : view.current()) {
            lines.add(columns.stream().map(column -> column.of().apply(trial)).toList());
        }
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            widths.add(lines.stream()
                    .mapToInt(line -> line.get(column).length())
                    .max()
                    .orElse(0));
        }
        return lines.stream()
                .map(line -> padded(columns, line, widths))
                .collect(Collectors.joining());
    }

    private static List<Column> columns(RunView view) {
        boolean faults = !view.disturbed().isEmpty();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("engine", SummaryTable::engine));
        columns.add(Column.text("query", TrialRecord::query));
        if (view.transports().size() > 1) {
            columns.add(Column.text("transport", TrialRecord::transport));
        }
        columns.add(Column.text("trial", TrialRecord::kind));
        if (faults) {
            columns.add(Column.text("fault", SummaryTable::fault));
        }
        columns.add(Column.text("outcome", trial -> trial.outcome().name()));
        columns.add(Column.number("records/s", SummaryTable::rate));
        if (!faults) {
            columns.add(Column.number("p50 ms", usual(Metrics::engineDelayP50)));
        }
        columns.add(Column.number("p99 ms", usual(Metrics::engineDelayP99)));
        columns.add(Column.number("CPU s/M", usual(Metrics::cpuSecondsPerMillionRecords)));
        if (faults) {
            columns.add(Column.number("down s", trial -> figure(trial, Metrics::downtimeSeconds)));
            columns.add(
                    Column.number("catch-up s", trial -> figure(trial, Metrics::catchUpSeconds)));
        } else {
            columns.add(Column.number("expected", rows(Correctness::expected)));
        }
        columns.add(Column.number(faults ? "lost" : "missing", rows(Correctness::missing)));
        columns.add(Column.number("dup", rows(Correctness::duplicate)));
        columns.add(Column.number("wrong", rows(Correctness::wrong)));
        return columns;
    }

    private static String engine(TrialRecord trial) {
        boolean plain = trial.variant().equals("default");
        return plain ? trial.engine() : trial.engine() + " (" + trial.variant() + ")";
    }

    /** Returns the fault in short: what is done, not to whom. */
    private static String fault(TrialRecord trial) {
        String fault = trial.fault();
        return fault == null ? "-" : fault.equals(TrialRecord.KILL_WORKER) ? "kill" : fault;
    }

    /** Returns a figure that is not shown for a trial with a fault: it would be the outage's. */
    private static Function<TrialRecord, String> usual(Row.Metric metric) {
        return trial -> trial.fault() == null ? figure(trial, metric) : "-";
    }

    private static String rate(TrialRecord trial) {
        Double value = Metrics.recordsPerSecond(trial);
        return value == null || !trial.outcome().valid() ? "-" : Numbers.count(value);
    }

    private static String figure(TrialRecord trial, Row.Metric metric) {
        Double value = metric.of(trial);
        return value == null || !trial.outcome().valid() ? "-" : Numbers.measured(value);
    }

    /** One of the counts of a verdict. */
    @FunctionalInterface
    private interface Count {
        @Nullable Long of(Correctness checked);
    }

    private static Function<TrialRecord, String> rows(Count count) {
        return trial -> {
            Correctness checked = trial.correctness();
            Long rows = checked == null ? null : count.of(checked);
            return rows == null ? "-" : Numbers.count(rows);
        };
    }

    private static String padded(List<Column> columns, List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String gap = " ".repeat(widths.get(i) - line.get(i).length());
            text.append(i == 0 ? "" : "  ");
            text.append(columns.get(i).number() ? gap + line.get(i) : line.get(i) + gap);
        }
        return text.toString().stripTrailing() + "\n";
    }
}
