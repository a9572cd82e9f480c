package io.heliometer.results.render;

import io.heliometer.results.chart.BarChart;
import io.heliometer.results.run.Resources;
import io.heliometer.results.run.Throughput;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How fast, and at what cost: records per second and CPU seconds per million records. */
final class ThroughputSection {
    private ThroughputSection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        List<TrialRecord> drains = view.current().stream()
                .filter(trial -> trial.kind().equals(TrialRecord.DRAIN))
                .toList();
        if (drains.isEmpty()) {
            blocks.add(new Block.Paragraph("Throughput: n/a, this run has no drain trial. The rate"
                    + " of an open-loop trial is what was sent, not what the engine can do."));
        } else {
            blocks.add(new Block.Paragraph("A drain reads a pre-filled topic as fast as the engine"
                    + " can: an upper bound, not a rate that it would sustain. More is better."));
            blocks.add(rates(view, drains));
        }
        blocks.add(new Block.Paragraph("CPU seconds are those of the engine's whole process tree,"
                + " broker and load generator excluded. Less is better."));
        blocks.add(cost(view));
        return new Section("throughput", "Throughput and cost", blocks);
    }

    private static Block rates(RunView view, List<TrialRecord> drains) {
        String description = "Input records per second in drain trials per query and engine."
                + " More is better.";
        List<Group> groups = view.groups(TrialRecord.DRAIN);
        BarChart chart = new BarChart(
                "throughput",
                "Throughput, drain",
                description,
                "records per second",
                Charts.bars(groups, "", Metrics::recordsPerSecond));
        Map<String, String> ratios = ratios(groups);
        List<Block.Column> columns = List.of(
                Block.Column.number("Records/s"),
                Block.Column.number("Records"),
                Block.Column.number("Seconds"),
                Block.Column.text("Ratio to baseline"));
        Block.Table table = Tables.of("Throughput, drain", drains, columns, trial -> {
            Throughput measured = trial.throughput();
            Throughput values = measured == null ? new Throughput(null, null, null) : measured;
            return List.of(
                    Cell.count(trial, values.recordsPerSecond()),
                    Cell.count(trial, values.records()),
                    Cell.measured(trial, values.seconds()),
                    trial.outcome().valid()
                            ? Cell.of(ratios.getOrDefault(trial.trial(), "n/a"))
                            : Cell.absent(Absence.reason(trial)));
        });
        return new Block.Figure("throughput", description, chart.svg(view.styles()), table);
    }

    /** Returns by trial id the ratio of its engine, over all blocks. */
    private static Map<String, String> ratios(List<Group> groups) {
        Map<String, String> ratios = new HashMap<>();
        for (Group group : groups) {
            RunView.baseline(group, Metrics::recordsPerSecond).ifPresent(base -> {
                for (Row row : group.rows()) {
                    String ratio = row.engine().equals(base.engine())
                            ? "baseline"
                            : VerdictSection.ratio(row, base, Metrics::recordsPerSecond);
                    row.trials().forEach(trial -> ratios.put(trial.trial(), ratio));
                }
            });
        }
        return ratios;
    }

    private static Block cost(RunView view) {
        String description = "CPU seconds per million input records per query, kind of trial and"
                + " engine. Less is better.";
        List<BarChart.Group> groups = new ArrayList<>(Charts.bars(
                view.groups(TrialRecord.DRAIN), " drain", Metrics::cpuSecondsPerMillionRecords));
        groups.addAll(Charts.bars(
                view.groups(TrialRecord.OPEN_LOOP),
                " open loop",
                Metrics::cpuSecondsPerMillionRecords));
        BarChart chart = new BarChart(
                "cpu-cost", "CPU cost", description, "CPU seconds per million records", groups);
        List<Block.Column> columns = List.of(
                Block.Column.number("CPU s per million records"), Block.Column.number("CPU s"));
        Block.Table table = Tables.of("CPU cost", view.current(), columns, trial -> {
            Resources measured = trial.resources();
            return List.of(
                    Cell.measured(trial, Metrics.cpuSecondsPerMillionRecords(trial)),
                    Cell.measured(trial, measured == null ? null : measured.cpuSeconds()));
        });
        return new Block.Figure("cpu-cost", description, chart.svg(view.styles()), table);
    }
}
