package io.heliometer.results.render;

import io.heliometer.results.chart.BarChart;
import io.heliometer.results.run.Resources;
import io.heliometer.results.run.Throughput;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fast, and at what cost: records per second and CPU seconds per million records. */
final class ThroughputSection {
    private ThroughputSection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        if (view.transports().size() > 1) {
            blocks.add(new Block.Paragraph("Each transport has charts, axes and ratios of its own."
                    + " Charts of different transports are not a ranking."));
        }
        List<TrialRecord> drains = view.undisturbed(TrialRecord.DRAIN);
        if (drains.isEmpty()) {
            blocks.add(new Block.Paragraph("Throughput: n/a, this run has no drain trial. The rate"
                    + " of an open-loop trial is what was sent, not what the engine can do."));
        } else {
            blocks.add(new Block.Paragraph("A drain reads a pre-filled topic as fast as the engine"
                    + " can: an upper bound, not a rate that it would sustain. It counts from the"
                    + " moment at which all processes of the engine are ready to its last row, so"
                    + " warming up is in it: a drain of a few seconds says little. More is"
                    + " better."));
            Transports.of(drains).forEach(transport -> blocks.add(rates(view, transport)));
        }
        shards(view).forEach(blocks::add);
        blocks.add(new Block.Paragraph("CPU seconds are those of the engine's whole process tree,"
                + " broker and load generator excluded. Less is better."));
        if (view.undisturbed().isEmpty()) {
            blocks.add(new Block.Paragraph("n/a: no trial without a fault has a result."));
        }
        view.transports().forEach(transport -> cost(view, transport).ifPresent(blocks::add));
        return new Section("throughput", "Throughput and cost", blocks);
    }

    /** Returns the rates on one transport: what is on another one is not comparable. */
    private static Block rates(RunView view, String transport) {
        boolean several = view.transports().size() > 1;
        String id = several ? "throughput-" + Charts.slug(transport) : "throughput";
        String title = several ? "Throughput, drain on " + transport : "Throughput, drain";
        String description = "Input records per second in drain trials"
                + (several ? " on " + transport : "")
                + " per query and engine. More is better.";
        List<TrialRecord> drains = on(transport, view.undisturbed(TrialRecord.DRAIN));
        List<Group> groups = view.groups(TrialRecord.DRAIN, transport);
        BarChart chart = new BarChart(
                id,
                title,
                description,
                "records per second",
                Charts.bars(groups, "", Metrics::recordsPerSecond));
        return new Block.Figure(id, description, chart.svg(view.styles()), table(drains, groups));
    }

    private static Block.Table table(List<TrialRecord> drains, List<Group> groups) {
        Map<String, String> ratios = ratios(groups);
        List<Block.Column> columns = new ArrayList<>(List.of(
                Block.Column.number("Records/s"),
                Block.Column.number("Records"),
                Block.Column.number("Seconds"),
                Block.Column.text("Ratio to baseline")));
        boolean kinesis = drains.stream().anyMatch(ShardArithmetic::concerns);
        if (kinesis) {
            columns.add(Block.Column.number("Shards needed"));
        }
        return Tables.of("Throughput, drain", drains, columns, trial -> {
            Throughput measured = trial.throughput();
            Throughput values = measured == null ? new Throughput(null, null, null) : measured;
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.count(trial, values.recordsPerSecond()),
                    Cell.count(trial, values.records()),
                    Cell.measured(trial, values.seconds()),
                    trial.outcome().valid()
                            ? Cell.of(ratios.getOrDefault(trial.trial(), "n/a"))
                            : Cell.absent(Absence.reason(trial))));
            if (kinesis) {
                cells.add(ShardArithmetic.forDrain(trial));
            }
            return cells;
        });
    }

    /** Returns what the rates would take of the real Kinesis, if the run has such trials. */
    private static List<Block> shards(RunView view) {
        List<TrialRecord> trials =
                view.current().stream().filter(ShardArithmetic::concerns).toList();
        if (trials.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(ShardArithmetic.paragraph(view));
        List<TrialRecord> scheduled = trials.stream()
                .filter(trial -> trial.kind().equals(TrialRecord.OPEN_LOOP))
                .toList();
        if (!scheduled.isEmpty()) {
            blocks.add(ShardArithmetic.forSchedules(scheduled));
        }
        return blocks;
    }

    /** Returns by trial id the ratio of its engine, over all blocks. */
    private static Map<String, String> ratios(List<Group> groups) {
        Map<String, String> ratios = new HashMap<>();
        for (Group group : groups) {
            RunView.baseline(group, Metrics::recordsPerSecond).ifPresent(base -> {
                for (Row row : group.rows()) {
                    String ratio = row.engine().equals(base.engine())
                            ? (group.rows().size() == 1 ? "no peer" : "baseline")
                            : VerdictSection.ratio(row, base, Metrics::recordsPerSecond);
                    row.trials().forEach(trial -> ratios.put(trial.trial(), ratio));
                }
            });
        }
        return ratios;
    }

    /** Returns the cost on one transport: its client's share is in it. */
    private static Optional<Block> cost(RunView view, String transport) {
        List<TrialRecord> trials = on(transport, view.undisturbed());
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        boolean several = view.transports().size() > 1;
        String id = several ? "cpu-cost-" + Charts.slug(transport) : "cpu-cost";
        String title = several ? "CPU cost on " + transport : "CPU cost";
        String description = "CPU seconds per million input records"
                + (several ? " on " + transport : "")
                + " per query, kind of trial and engine. Less is better.";
        Row.Metric metric = Metrics::cpuSecondsPerMillionRecords;
        List<BarChart.Group> groups = new ArrayList<>(
                Charts.bars(view.groups(TrialRecord.DRAIN, transport), " drain", metric));
        groups.addAll(
                Charts.bars(view.groups(TrialRecord.OPEN_LOOP, transport), " open loop", metric));
        BarChart chart =
                new BarChart(id, title, description, "CPU seconds per million records", groups);
        List<Block.Column> columns = List.of(
                Block.Column.number("CPU s per million records"), Block.Column.number("CPU s"));
        Block.Table table = Tables.of("CPU cost", trials, columns, trial -> {
            Resources measured = trial.resources();
            return List.of(
                    Cell.measured(trial, metric.of(trial)),
                    Cell.measured(trial, measured == null ? null : measured.cpuSeconds()));
        });
        return Optional.of(new Block.Figure(id, description, chart.svg(view.styles()), table));
    }

    private static List<TrialRecord> on(String transport, List<TrialRecord> trials) {
        return trials.stream()
                .filter(trial -> trial.transport().equals(transport))
                .toList();
    }
}
