package io.heliometer.results.render;

import io.heliometer.results.run.Percentiles;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables with one row per trial. */
final class Tables {
    private static final Percentiles NO_PERCENTILES =
            new Percentiles(null, null, null, null, null, null, null);

    private static final List<Block.Column> POINTS = List.of(
            Block.Column.number("p50 (ms)"),
            Block.Column.number("p90 (ms)"),
            Block.Column.number("p99 (ms)"));
    private static final List<Identity> IDENTITY = List.of(
            new Identity("Query", "", true, TrialRecord::query),
            new Identity("Transport", "transport: ", false, TrialRecord::transport),
            new Identity("Engine", "", true, TrialRecord::engine),
            new Identity("Settings", "settings: ", false, TrialRecord::variant),
            new Identity("Kind", "", false, TrialRecord::kind),
            new Identity("Fault", "fault: ", false, Group::fault),
            new Identity("Block", "block ", false, TrialRecord::block));

    private Tables() {}

    /**
     * Returns a table of trials: who they are, then the given cells. What all of them have in
     * common stands once, in the caption, which also says so if several transports are in the
     * table.
     */
    static Block.Table of(
            String caption,
            List<TrialRecord> trials,
            List<Block.Column> columns,
            Function<TrialRecord, List<Cell>> cells) {
        List<Identity> shown = IDENTITY.stream()
                .filter(identity -> identity.always() || !identity.common(trials))
                .toList();
        String common = IDENTITY.stream()
                .filter(identity -> !shown.contains(identity) && !trials.isEmpty())
                .map(identity -> identity.words() + identity.of().apply(trials.get(0)))
                .filter(words -> !words.endsWith(Group.NO_FAULT))
                .collect(Collectors.joining(", "));
        List<Block.Column> all = new ArrayList<>();
        shown.forEach(identity -> all.add(Block.Column.text(identity.name())));
        all.addAll(columns);
        List<List<Cell>> rows = new ArrayList<>();
        for (TrialRecord trial : trials) {
            List<Cell> row = new ArrayList<>();
            shown.forEach(identity -> row.add(Cell.of(identity.of().apply(trial))));
            row.addAll(cells.apply(trial));
            rows.add(row);
        }
        String title = common.isEmpty() ? caption : caption + " (" + common + ")";
        String note = Transports.note(trials);
        return Block.Table.of(note.isEmpty() ? title : title + "." + note, all, rows);
    }

    /**
     * One of the things that tell trials apart.
     *
     * @param name heading of its column
     * @param words what stands before the value in a caption
     * @param always whether it has a column even if all rows have the same
     * @param of the value
     */
    private record Identity(
            String name, String words, boolean always, Function<TrialRecord, Object> of) {
        boolean common(List<TrialRecord> trials) {
            return trials.stream().map(of).distinct().count() <= 1;
        }
    }

    /** Returns a table of the percentiles that the points of a chart are. */
    static Block.Table points(String caption, List<TrialRecord> trials, Charts.Delay delay) {
        return of(caption, trials, POINTS, trial -> points(trial, values(delay, trial)));
    }

    /** Returns a table of everything known of one of the delays. */
    static Block.Table delay(String caption, List<TrialRecord> trials, Charts.Delay delay) {
        List<Block.Column> columns = new ArrayList<>(POINTS);
        columns.add(Block.Column.number("p99.9 (ms)"));
        columns.add(Block.Column.number("Max (ms)"));
        columns.add(Block.Column.number("Rows"));
        columns.add(Block.Column.number("Negative"));
        return of(caption, trials, columns, trial -> {
            Percentiles values = values(delay, trial);
            List<Cell> cells = new ArrayList<>(points(trial, values));
            cells.add(Cell.measured(trial, values.p999()));
            cells.add(Cell.measured(trial, values.max()));
            cells.add(Cell.count(trial, values.count()));
            cells.add(Cell.count(trial, values.negative()));
            return cells;
        });
    }

    private static List<Cell> points(TrialRecord trial, Percentiles values) {
        return List.of(
                Cell.measured(trial, values.p50()),
                Cell.measured(trial, values.p90()),
                Cell.measured(trial, values.p99()));
    }

    private static Percentiles values(Charts.Delay delay, TrialRecord trial) {
        Percentiles measured = delay.of(trial);
        return measured == null ? NO_PERCENTILES : measured;
    }
}
