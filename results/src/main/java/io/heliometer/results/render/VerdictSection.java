package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.BlockValue;
import io.heliometer.results.stats.RatioToBaseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer, in plain words, before any chart; with what it is worth. */
final class VerdictSection {
    private VerdictSection() {}

    static Section of(RunView view) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(headline(view)));
        List<String> findings = new ArrayList<>();
        failures(view).forEach(findings::add);
        throughput(view).forEach(findings::add);
        delay(view).forEach(findings::add);
        FaultsSection.findings(view).forEach(findings::add);
        if (!findings.isEmpty()) {
            blocks.add(new Block.Bullets(findings));
        }
        blocks.add(new Block.Paragraph(noiseFloor(view.blockCount())
                + (view.disturbed().isEmpty() ? "" : " " + FaultsSection.injections(view))));
        if (view.transports().size() > 1) {
            blocks.add(new Block.Paragraph(acrossTransports(view)));
        }
        return new Section("verdict", "Verdict", blocks);
    }

    /** Returns whether every trial that ran is valid. */
    static boolean good(RunView view) {
        return !view.run().interrupted()
                && view.run().endedAt() != null
                && !view.current().isEmpty()
                && view.current().stream().noneMatch(trial -> trial.outcome().failsTheRun());
    }

    static String headline(RunView view) {
        int count = view.current().size();
        long valid =
                view.current().stream().filter(trial -> trial.outcome().valid()).count();
        StringBuilder text = new StringBuilder();
        if (count == 0) {
            text.append("No trial ended, so there is nothing to report.");
        } else if (valid == count) {
            text.append(count == 1 ? "The one trial" : "All " + count + " trials");
            text.append(rows(view));
        } else {
            text.append(valid).append(" of ").append(count).append(" trials").append(rows(view));
        }
        if (view.run().interrupted()) {
            text.append(" The run was interrupted.");
        } else if (view.run().endedAt() == null) {
            text.append(" The end of the run is not recorded: it goes on or it crashed.");
        }
        if (count < view.run().plannedTrials()) {
            text.append(String.format(
                    Locale.ROOT,
                    " %d of %d planned trials have a result.",
                    count,
                    view.run().plannedTrials()));
        }
        int repeated = view.superseded().size();
        if (repeated > 0) {
            text.append(
                    repeated == 1
                            ? " One attempt was repeated; the noise ledger shows it."
                            : " " + repeated
                                    + " attempts were repeated; the noise ledger shows them.");
        }
        return text.toString();
    }

    private static String rows(RunView view) {
        long excused = view.current().stream().filter(Claim::excusesDuplicates).count();
        String exactly = " ran to the end and gave exactly the rows of the oracle";
        if (excused == 0) {
            return exactly + ".";
        }
        boolean one = view.current().size() == 1;
        return exactly + ", but for duplicates after a fault"
                + (one ? ", which its" : " in " + excused + " of them, which an")
                + " at-least-once claim allows.";
    }

    private static String acrossTransports(RunView view) {
        return "Transports in this run: " + String.join(", ", view.transports())
                + ". They are different brokers with different clients, so every ratio is formed"
                + " within one transport. "
                + Transports.NO_RANKING;
    }

    static String noiseFloor(int blockCount) {
        if (blockCount >= RatioToBaseline.LEAST_BLOCKS) {
            return blockCount + " blocks: ratios carry a 95 % interval, and an interval that"
                    + " contains 1 is printed as no difference shown.";
        }
        String blocks = blockCount == 1 ? "One block" : blockCount + " blocks";
        return blocks + ": no interval, no claim of difference. A claim needs at least "
                + RatioToBaseline.LEAST_BLOCKS + " blocks. These figures describe this run on this"
                + " machine; do not cite them as a difference between engines.";
    }

    /** Returns a sentence per trial that is not valid; equal ones of several blocks are one. */
    private static List<String> failures(RunView view) {
        Map<String, List<TrialRecord>> bySentence = view.current().stream()
                .filter(trial -> !trial.outcome().valid())
                .collect(Collectors.groupingBy(
                        trial -> name(view, trial) + " is " + trial.outcome() + ": " + why(trial),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<String> sentences = new ArrayList<>();
        bySentence.forEach((sentence, trials) -> sentences.add(sentence
                + (trials.size() > 1 ? " (" + trials.size() + " trials)" : "")
                + ". None of its figures is published."));
        return sentences;
    }

    /** Returns the trial in words: its settings, transport and fault only if they matter. */
    static String name(RunView view, TrialRecord trial) {
        String engine = trial.variant().equals("default")
                ? trial.engine()
                : trial.engine() + " (" + trial.variant() + ")";
        String transport = view.transports().size() > 1 ? " on " + trial.transport() : "";
        String fault = trial.fault() == null ? "" : " with " + trial.fault();
        return engine + " " + trial.query() + " " + trial.kind() + transport + fault;
    }

    /** Returns why the trial is not valid, without a full stop. */
    static String why(TrialRecord trial) {
        String reason = trial.reason();
        return reason == null ? trial.outcome().meaning() : reason.replaceAll("[.\\s]+$", "");
    }

    private static List<String> throughput(RunView view) {
        return view.groups(TrialRecord.DRAIN).stream()
                .map(group -> sentence(
                        view,
                        group,
                        new Measure(" drain: ", " records/s", Metrics::recordsPerSecond)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> delay(RunView view) {
        return view.groups(TrialRecord.OPEN_LOOP).stream()
                .map(group -> sentence(
                        view,
                        group,
                        new Measure(
                                " open loop, p99 engine delay: ", " ms", Metrics::engineDelayP99)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * What a sentence compares.
     *
     * @param words behind the group's label
     * @param unit behind the figure
     * @param metric the figure
     */
    private record Measure(String words, String unit, Row.Metric metric) {}

    private static Optional<String> sentence(RunView view, Group group, Measure measure) {
        Optional<Row> baseline = RunView.baseline(group, measure.metric());
        return baseline.map(base -> group.rows().stream()
                .map(row -> phrase(row, base, measure))
                .collect(Collectors.joining(
                        "; ", group.label() + measure.words(), Peers.note(view, group) + ".")));
    }

    private static String phrase(Row row, Row base, Measure measure) {
        Double median = row.median(measure.metric());
        if (median == null) {
            return row.engine() + " n/a (" + Absence.reason(row.last()) + ")";
        }
        String value = row.engine() + " " + Numbers.measured(median) + measure.unit();
        return row.engine().equals(base.engine())
                ? value
                : value + " (" + ratio(row, base, measure.metric()) + ")";
    }

    /** Returns the ratio in words, with its interval where there is one. */
    static String ratio(Row row, Row base, Row.Metric metric) {
        List<BlockValue> values = new ArrayList<>(row.values(metric));
        values.addAll(base.values(metric));
        return RatioToBaseline.of(row.engine(), base.engine(), values)
                .map(VerdictSection::words)
                .orElse("n/a: no block in common with " + base.engine());
    }

    private static String words(RatioToBaseline ratio) {
        String times =
                String.format(Locale.ROOT, "%.2f times %s", ratio.median(), ratio.baseline());
        RatioToBaseline.Interval interval = ratio.interval();
        if (interval == null) {
            return times;
        }
        String bounds =
                String.format(Locale.ROOT, " [%.2f, %.2f]", interval.low(), interval.high());
        return (ratio.differenceShown() ? "" : "no difference shown: ") + times + bounds;
    }
}
