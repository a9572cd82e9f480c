package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.RatioToBaseline;

import java.util.ArrayList;
import java.util.List;

/** How to read the report, and what this run cannot show. */
final class LimitsSection {
    private LimitsSection() {}

    static Section reading() {
        return new Section(
                "reading",
                "How to read this",
                List.of(new Block.Bullets(List.of(
                        "A figure is published only if its trial COMPLETED: the rows equal the oracle's and"
                                + " the load was on schedule. A trial that did not stays in every table,"
                                + " with its outcome in place of the figure.",
                        "n/a means that there is no value, with the reason behind it. It never means 0.",
                        "Start with correctness, then compare engines within one group only: the same"
                                + " query, settings, transport and load.",
                        "p99 is the delay that 99 of 100 result rows stay below. On a logarithmic axis equal"
                                + " distances are equal factors.",
                        "With several blocks a bar or point is the median over the blocks, and strokes across"
                                + " a bar are the blocks; tables give every block. Delays below 1 ms stand"
                                + " at the edge of a logarithmic axis, and the numbers beside it are exact.",
                        "Each engine has one colour, one marker and one dash in all charts, and its name"
                                + " beside it."))));
    }

    static Section limits(RunView view) {
        List<String> limits = new ArrayList<>();
        if (view.blockCount() < RatioToBaseline.LEAST_BLOCKS) {
            limits.add(VerdictSection.noiseFloor(view.blockCount()));
        }
        limits.add("Engine, broker and load generator shared one machine of "
                + view.run().environment().cpus() + " CPUs, unless the environment says otherwise:"
                + " no network between them and no replication between machines.");
        if (view.current().stream().anyMatch(trial -> trial.kind().equals(TrialRecord.DRAIN))) {
            limits.add("A drain is an upper bound. The rate that an engine sustains under a"
                    + " schedule is another question, which was not asked.");
        }
        if (view.current().stream().allMatch(trial -> trial.fault() == null)) {
            limits.add("No fault was injected: nothing here says how an engine recovers, nor"
                    + " whether its delivery guarantee holds in a crash.");
        }
        if (view.allVariants("default")) {
            limits.add("Default settings only: nothing here says what tuning would give.");
        }
        if (view.allVariants("tuned")) {
            limits.add("Tuned settings only: nothing here says how the defaults do.");
        }
        limits.add("A short run: state that grows for days, compaction and long garbage collections"
                + " are not in it.");
        return new Section(
                "limits", "What this run cannot show", List.of(new Block.Bullets(limits)));
    }
}
