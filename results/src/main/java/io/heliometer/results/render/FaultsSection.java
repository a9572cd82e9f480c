package io.heliometer.results.render;

import io.heliometer.results.chart.BarChart;
import io.heliometer.results.chart.PairedBarChart;
import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.Recovery;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.BlockValue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How engines come back from a fault, and what it does to their rows. */
final class FaultsSection {
    /** Injections that a published figure needs, by the project's method. */
    private static final int LEAST_INJECTIONS = 10;

    private static final String NO_CATCH_UP = "not while the load went on";

    private FaultsSection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("An engine's guarantee is a claim; the verdict is the"
                + " oracle's. The claim exactly-once allows no lost, duplicate or wrong row. The"
                + " claim at-least-once allows a fault to make rows come again: such duplicates"
                + " are counted and marked as allowed; lost or wrong rows never are."));
        blocks.add(new Block.Paragraph("Measured from the output alone. Downtime is the longest gap"
                + " in the output of any partition from the fault on, minus the longest gap of the"
                + " same partition before it. Catch-up runs from the end of the downtime until the"
                + " delay of all rows stayed within twice the 99th percentile from before the"
                + " fault for ten seconds. They are two figures and are not added up: they rank engines"
                + " differently."));
        blocks.add(new Block.Paragraph(caveat(view)));
        blocks.add(figure(view));
        return new Section("faults", "Faults", blocks);
    }

    /** Returns one sentence per group for the verdict, without a ratio. */
    static List<String> findings(RunView view) {
        List<String> sentences = new ArrayList<>();
        for (Group group : groups(view)) {
            String fault = Group.fault(group.rows().get(0).last());
            String named = group.label().contains(fault) ? "" : ", " + fault;
            sentences.add(group.rows().stream()
                    .map(FaultsSection::phrase)
                    .collect(Collectors.joining(
                            "; ", group.label() + named + ": ", Peers.note(view, group) + ".")));
        }
        return sentences;
    }

    private static String phrase(Row row) {
        Double down = row.median(Metrics::downtimeSeconds);
        if (down == null) {
            return row.engine() + " n/a (" + Absence.reason(row.last()) + ")";
        }
        Double catchUp = row.median(Metrics::catchUpSeconds);
        return row.engine() + " down " + Numbers.measured(down) + " s"
                + share(row, Metrics::downtimeSeconds)
                + ", "
                + (catchUp == null
                        ? "no catch-up while the load went on"
                        : "catch-up " + Numbers.measured(catchUp) + " s"
                                + share(row, Metrics::catchUpSeconds));
    }

    /** Returns how many injections have the figure, if it is not all of them. */
    private static String share(Row row, Row.Metric metric) {
        int known = row.values(metric).size();
        int all = row.trials().size();
        return known == all ? "" : " (" + known + " of " + all + ")";
    }

    private static List<Group> groups(RunView view) {
        return Group.of(view.current(), view.disturbed());
    }

    private static String caveat(RunView view) {
        boolean kills = view.disturbed().stream()
                .anyMatch(trial -> TrialRecord.KILL_WORKER.equals(trial.fault()));
        return (kills
                        ? "kill-worker sends SIGKILL to one worker, which is then started again."
                                + " kill -9 keeps the page cache, so it does not test fsync. "
                        : "")
                + injections(view);
    }

    /** Returns what the number of injections is worth. */
    static String injections(RunView view) {
        int most = groups(view).stream()
                .flatMap(group -> group.rows().stream())
                .mapToInt(row -> row.trials().size())
                .max()
                .orElse(0);
        if (most >= LEAST_INJECTIONS) {
            return "Figures are medians over up to " + most + " injections.";
        }
        return (most == 1 ? "One injection per engine is" : most + " injections per engine are")
                + " no distribution, as it matters when in a checkpoint or commit interval the"
                + " fault hits; a figure to cite needs at least " + LEAST_INJECTIONS + ".";
    }

    private static Block figure(RunView view) {
        String description = "Downtime and catch-up after a fault per query and engine, in seconds,"
                + " side by side as two figures. Less is better."
                + Transports.note(view.disturbed());
        PairedBarChart chart = new PairedBarChart(
                "recovery",
                "Recovery: downtime and catch-up",
                description,
                "seconds",
                side(view, "Downtime", Metrics::downtimeSeconds),
                side(view, "Catch-up", Metrics::catchUpSeconds));
        return new Block.Figure("recovery", description, chart.svg(view.styles()), table(view));
    }

    private static PairedBarChart.Side side(RunView view, String name, Row.Metric metric) {
        return new PairedBarChart.Side(
                name,
                groups(view).stream()
                        .map(group -> new BarChart.Group(
                                group.label(),
                                group.rows().stream()
                                        .map(row -> bar(row, metric))
                                        .toList()))
                        .toList());
    }

    private static BarChart.Bar bar(Row row, Row.Metric metric) {
        List<Double> blocks = row.values(metric).stream().map(BlockValue::value).toList();
        Double median = row.median(metric);
        String text;
        if (median != null) {
            text = Numbers.measured(median) + share(row, metric);
        } else if (row.median(Metrics::downtimeSeconds) != null) {
            text = "n/a (" + NO_CATCH_UP + ")";
        } else {
            text = Absence.inLegend(row.last());
        }
        return new BarChart.Bar(row.engine(), row.engine(), median, text, blocks);
    }

    private static Block.Table table(RunView view) {
        List<Block.Column> columns = List.of(
                Block.Column.text("Guarantee"),
                Block.Column.text("Victim"),
                Block.Column.number("Injected at (s)"),
                Block.Column.number("Downtime (s)"),
                Block.Column.number("Catch-up (s)"),
                Block.Column.number("Lost"),
                Block.Column.number("Duplicate"),
                Block.Column.number("Wrong"),
                Block.Column.text("Outcome"));
        return Tables.of("Trials with a fault", view.disturbed(), columns, trial -> {
            Recovery recovery = trial.recovery();
            Correctness checked = trial.correctness();
            return List.of(
                    Claim.guarantee(trial),
                    recovery == null ? Cell.absent("not recorded") : Cell.of(recovery.victim()),
                    recovery == null
                            ? Cell.absent("not recorded")
                            : Cell.of(Numbers.measured(recovery.injectedSeconds())),
                    Cell.measured(trial, Metrics.downtimeSeconds(trial)),
                    catchUp(trial),
                    RowCounts.mistakes(checked == null ? null : checked.missing()),
                    RowCounts.duplicates(trial),
                    RowCounts.mistakes(checked == null ? null : checked.wrong()),
                    Cell.outcome(trial.outcome()));
        });
    }

    private static Cell catchUp(TrialRecord trial) {
        boolean missed = trial.outcome().valid()
                && trial.recovery() != null
                && Metrics.catchUpSeconds(trial) == null;
        return missed
                ? Cell.absent(NO_CATCH_UP)
                : Cell.measured(trial, Metrics.catchUpSeconds(trial));
    }
}
