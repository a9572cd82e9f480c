package io.heliometer.results.render;

import io.heliometer.results.chart.BarChart;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.TransportLimit;
import io.heliometer.results.run.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How fast each transport is without an engine, and how much of that each engine reaches. */
final class TransportsSection {
    private static final Cell NO_CONSUMER = Cell.absent("no raw consumer ran");

    private TransportsSection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        Map<String, TransportLimit> limits = view.run().transportLimits();
        Set<String> transports = new TreeSet<>(limits.keySet());
        transports.addAll(view.transports());
        blocks.add(new Block.Paragraph("A raw consumer is the transport's own client with nothing"
                + " behind it. It reads the topic that the drain trials read, and its rate is the"
                + " limit of the transport on this machine: an engine near it was held back by the"
                + " transport, so its rate says little about the engine."));
        if (transports.size() > 1) {
            blocks.add(new Block.Paragraph("Transports are different brokers with different"
                    + " clients, a local stand-in included where there is one. "
                    + Transports.NO_RANKING));
        }
        List<TrialRecord> drains = view.undisturbed(TrialRecord.DRAIN);
        if (limits.isEmpty()) {
            blocks.add(new Block.Paragraph("Limits and shares of them: n/a, no raw consumer ran in"
                    + " this run, so no limit was measured."));
        } else {
            blocks.add(limits(transports, limits));
        }
        if (!limits.isEmpty() && drains.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    "Shares of the limit: n/a, this run has no drain trial without a fault."));
        } else if (!limits.isEmpty()) {
            blocks.add(shares(view, drains));
            blocks.add(new Block.Paragraph("The raw consumer's clock runs from its first to its"
                    + " last record, the engine's from being ready to its last result row: the"
                    + " engine's warming up is in the share, the consumer's is not."));
        }
        limited(view).forEach(blocks::add);
        return new Section("transports", "Transports", blocks);
    }

    private static Block limits(Set<String> transports, Map<String, TransportLimit> limits) {
        List<Block.Column> columns = List.of(
                Block.Column.text("Transport"),
                Block.Column.text("Runs as"),
                Block.Column.text("Client"),
                Block.Column.number("Limit (records/s)"),
                Block.Column.number("Records"),
                Block.Column.number("Seconds"),
                Block.Column.number("Server CPU (µs/record)"));
        return Block.Table.of(
                "What a raw consumer gets",
                columns,
                transports.stream()
                        .map(transport -> limit(transport, limits.get(transport)))
                        .toList());
    }

    private static List<Cell> limit(String transport, @Nullable TransportLimit limit) {
        if (limit == null) {
            Cell none = Cell.absent("none ran");
            return List.of(Cell.of(transport), none, none, NO_CONSUMER, none, none, none);
        }
        Double micros = limit.serverCpuMicrosPerRecord();
        return List.of(
                Cell.of(transport),
                Cell.of(limit.mode()),
                Cell.of(limit.client()),
                Cell.of(Numbers.count(limit.recordsPerSecond())),
                Cell.of(Numbers.count((double) limit.records())),
                Cell.of(Numbers.measured(limit.seconds())),
                micros == null
                        ? Cell.absent("the server's CPU cannot be seen")
                        : Cell.of(Numbers.measured(micros)));
    }

    private static Block shares(RunView view, List<TrialRecord> drains) {
        String description = "Drain rate of each query and engine in percent of what a raw consumer"
                + " of the same transport gets. The line at 100 is the limit."
                + Transports.note(drains);
        BarChart chart = new BarChart(
                "limit-share",
                "Share of the transport's limit, drain",
                description,
                "% of the raw consumer's rate on the same transport",
                Charts.bars(view.groups(TrialRecord.DRAIN), "", trial -> share(view, trial)),
                new BarChart.Mark(100, "raw consumer"));
        List<Block.Column> columns = List.of(
                Block.Column.number("Records/s"),
                Block.Column.number("Limit (records/s)"),
                Block.Column.number("Share of limit (%)"));
        Block.Table table = Tables.of("Share of the transport's limit", drains, columns, trial -> {
            TransportLimit limit = view.run().transportLimits().get(trial.transport());
            return List.of(
                    Cell.count(trial, Metrics.recordsPerSecond(trial)),
                    limit == null ? NO_CONSUMER : Cell.of(Numbers.count(limit.recordsPerSecond())),
                    limit == null ? NO_CONSUMER : Cell.measured(trial, share(view, trial)));
        });
        return new Block.Figure("limit-share", description, chart.svg(view.styles()), table);
    }

    private static @Nullable Double share(RunView view, TrialRecord trial) {
        TransportLimit limit = view.run().transportLimits().get(trial.transport());
        Double rate = Metrics.recordsPerSecond(trial);
        return limit == null || rate == null || !(limit.recordsPerSecond() > 0)
                ? null
                : 100 * rate / limit.recordsPerSecond();
    }

    /** Explains each trial that says nothing about its engine. */
    private static List<Block> limited(RunView view) {
        List<TrialRecord> trials = view.current().stream()
                .filter(trial -> trial.outcome() == Outcome.TRANSPORT_LIMITED)
                .toList();
        if (trials.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Paragraph("TRANSPORT_LIMITED means that by measurement the local endpoint"
                        + " of the transport, not the engine, was the limit. Such a trial says"
                        + " how fast the endpoint is, not the engine:"),
                new Block.Bullets(trials.stream()
                        .map(trial -> VerdictSection.name(view, trial) + ": "
                                + VerdictSection.why(trial) + ".")
                        .toList()));
    }
}
