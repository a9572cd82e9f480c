package io.heliometer.results.render;

import io.heliometer.results.chart.DelayChart;
import io.heliometer.results.chart.PercentileCurve;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.List;

/** How long results take: what the engine adds, what its commits add, and the tail. */
final class LatencySection {
    private LatencySection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        List<TrialRecord> trials = view.undisturbed(TrialRecord.OPEN_LOOP);
        if (trials.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    view.disturbed().isEmpty()
                            ? "n/a: this run has no open-loop trial. A drain says nothing about"
                                    + " latency, because all of its records were due at once."
                            : "n/a: this run has no open-loop trial without a fault. The tail of a"
                                    + " trial with one is its outage: see Faults."));
            return new Section("latency", "Latency", blocks);
        }
        blocks.add(new Block.Paragraph("Latency of a result row = semantic wait + engine delay +"
                + " commit visibility. The semantic wait is the query's own (a window has to end)"
                + " and the same for every engine; the other two belong to the engine. All are"
                + " counted from when a record was due, not from when it was sent. Percentiles of"
                + " parts do not add up to the percentile of the whole. Less is better."
                + (view.disturbed().isEmpty()
                        ? ""
                        : " Trials with a fault are left out, as their tail is the outage: see"
                                + " Faults.")));
        blocks.add(dots(view, trials, "engine-delay", "Engine delay", Metrics::engineDelay));
        blocks.add(dots(
                view, trials, "commit-visibility", "Commit visibility", Metrics::commitVisibility));
        curves(view).forEach(blocks::add);
        blocks.add(Tables.delay(
                "Commit visibility, all percentiles", trials, Metrics::commitVisibility));
        blocks.add(Tables.delay("Total latency, semantic wait included", trials, Metrics::total));
        return new Section("latency", "Latency", blocks);
    }

    private static Block dots(
            RunView view, List<TrialRecord> trials, String id, String title, Charts.Delay delay) {
        String description = title + " of result rows per query and engine in open-loop trials:"
                + " p50, p90 and p99 in milliseconds on a logarithmic axis. Less is better."
                + Transports.note(trials);
        DelayChart chart = new DelayChart(
                id, title, description, Charts.delays(view.groups(TrialRecord.OPEN_LOOP), delay));
        return new Block.Figure(
                id, description, chart.svg(view.styles()), Tables.points(title, trials, delay));
    }

    private static List<Block> curves(RunView view) {
        List<Block> figures = new ArrayList<>();
        for (Group group : view.groups(TrialRecord.OPEN_LOOP)) {
            String title = "Engine delay by percentile, " + group.label();
            String id = "percentiles-" + Charts.slug(group.label());
            String description = "Engine delay of " + group.label() + " from the median to the"
                    + " largest value, one line per engine. A line that stays flat has no slow"
                    + " tail.";
            PercentileCurve curve = new PercentileCurve(
                    id,
                    title,
                    description,
                    group.rows().stream()
                            .map(row -> Charts.curve(row, Metrics::engineDelay))
                            .toList());
            List<TrialRecord> trials =
                    group.rows().stream().flatMap(row -> row.trials().stream()).toList();
            figures.add(new Block.Figure(
                    id,
                    description,
                    curve.svg(view.styles()),
                    Tables.delay(title, trials, Metrics::engineDelay)));
        }
        return figures;
    }
}
