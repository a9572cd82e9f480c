package io.heliometer.results.render;

import io.heliometer.results.chart.BarChart;
import io.heliometer.results.run.Resources;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.List;

/** Memory, start-up and time. */
final class ResourcesSection {
    private ResourcesSection() {}

    static Section of(RunView view) {
        List<TrialRecord> trials = view.undisturbed();
        String description = "Peak resident memory of the engine's process tree per query, kind of"
                + " trial and engine. Less is better."
                + Transports.note(trials);
        List<BarChart.Group> groups = new ArrayList<>(
                Charts.bars(view.groups(TrialRecord.DRAIN), " drain", Metrics::peakRssMiB));
        groups.addAll(
                Charts.bars(view.groups(TrialRecord.OPEN_LOOP), " open loop", Metrics::peakRssMiB));
        BarChart chart = new BarChart("memory", "Peak memory", description, "MiB", groups);
        List<Block.Column> columns = List.of(
                Block.Column.number("Peak memory (MiB)"),
                Block.Column.number("Start-up (s)"),
                Block.Column.number("Whole trial (s)"));
        Block.Table table = Tables.of("Resources", trials, columns, trial -> {
            Resources measured = trial.resources();
            return List.of(
                    Cell.measured(trial, Metrics.peakRssMiB(trial)),
                    Cell.measured(trial, measured == null ? null : measured.startupSeconds()),
                    Cell.measured(trial, trial.elapsedSeconds()));
        });
        Block reading = new Block.Paragraph("Memory is the sum over the engine's processes; a JVM"
                + " takes what its heap limit allows, so this shows the limit as much as the need."
                + " Start-up is from the first process until every role of the engine is ready.");
        return new Section(
                "resources",
                "Resources",
                List.of(
                        reading,
                        new Block.Figure("memory", description, chart.svg(view.styles()), table)));
    }
}
