package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.RatioToBaseline;

import java.util.ArrayList;
import java.util.List;

/** What this run cannot show. */
final class LimitsSection {
    private LimitsSection() {}

    static Section of(RunView view) {
        List<String> limits = new ArrayList<>();
        if (view.blockCount() < RatioToBaseline.LEAST_BLOCKS) {
            limits.add(VerdictSection.noiseFloor(view.blockCount()));
        }
        limits.add("Engine, broker and load generator shared one machine of "
                + view.run().environment().cpus() + " CPUs, unless the environment says otherwise:"
                + " no network between them and no replication between machines.");
        transports(view, limits);
        if (!view.undisturbed(TrialRecord.DRAIN).isEmpty()) {
            limits.add("A drain is an upper bound. The rate that an engine sustains under a"
                    + " schedule is another question, which was not asked.");
        }
        faults(view, limits);
        settings(view, limits);
        limits.add("A short run: state that grows for days, compaction and long garbage collections"
                + " are not in it.");
        return new Section(
                "limits", "What this run cannot show", List.of(new Block.Bullets(limits)));
    }

    private static void transports(RunView view, List<String> limits) {
        if (view.transports().size() > 1) {
            limits.add("Engines on " + String.join(" and ", view.transports()) + " read different"
                    + " brokers through different clients: nothing here says how engines of"
                    + " different transports compare.");
        }
        if (view.transports().contains(Transports.KINESIS)) {
            limits.add("A local stand-in for Kinesis is not the service: it has neither its network"
                    + " nor its replication, and not its cost. Its figures are those of this"
                    + " machine.");
        }
    }

    private static void faults(RunView view, List<String> limits) {
        List<String> faults =
                view.disturbed().stream().map(Group::fault).distinct().sorted().toList();
        if (faults.isEmpty()) {
            limits.add("No fault was injected: nothing here says how an engine recovers, nor"
                    + " whether its delivery guarantee holds in a crash.");
            return;
        }
        limits.add("The only kind of fault was " + String.join(", ", faults) + ": nothing here says"
                + " how an engine takes others, such as a lost broker, a cut network or a full"
                + " disk.");
        if (faults.contains(TrialRecord.KILL_WORKER)) {
            limits.add("kill -9 keeps the page cache, so whether data were safe on the disk was not"
                    + " tested.");
        }
        limits.add("A guarantee that held in these injections may fail in others: a test shows"
                + " mistakes, not their absence. Recovery depends on timeouts and intervals; the"
                + " settings list them.");
    }

    private static void settings(RunView view, List<String> limits) {
        List<String> variants =
                view.current().stream().map(TrialRecord::variant).distinct().toList();
        if (variants.size() != 1) {
            return;
        }
        String variant = variants.get(0);
        limits.add(
                switch (variant) {
                    case "default" ->
                        "Default settings only: nothing here says what tuning would give.";
                    case "tuned" -> "Tuned settings only: nothing here says how the defaults do.";
                    default ->
                        "Settings variant " + variant + " only: nothing here says how the defaults"
                                + " or other variants do.";
                });
    }
}
