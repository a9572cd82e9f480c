package io.heliometer.results.render;

import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.BlockValue;
import io.heliometer.results.stats.RatioToBaseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        if (!findings.isEmpty()) {
            blocks.add(new Block.Bullets(findings));
        }
        blocks.add(new Block.Paragraph(noiseFloor(view.blockCount())));
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
            text.append(" ran to the end and gave exactly the rows of the oracle.");
        } else {
            text.append(valid).append(" of ").append(count);
            text.append(" trials ran to the end and gave exactly the rows of the oracle.");
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

    private static List<String> failures(RunView view) {
        return view.current().stream()
                .filter(trial -> !trial.outcome().valid())
                .map(trial -> String.format(
                        "%s %s %s is %s: %s. None of its figures is published.",
                        trial.engine(), trial.query(), trial.kind(), trial.outcome(), why(trial)))
                .toList();
    }

    private static String why(TrialRecord trial) {
        String reason = trial.reason();
        return reason == null ? trial.outcome().meaning() : reason.replaceAll("[.\\s]+$", "");
    }

    private static List<String> throughput(RunView view) {
        return view.groups(TrialRecord.DRAIN).stream()
                .map(group -> sentence(
                        group.label() + " drain: ", " records/s", group, Metrics::recordsPerSecond))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> delay(RunView view) {
        return view.groups(TrialRecord.OPEN_LOOP).stream()
                .map(group -> sentence(
                        group.label() + " open loop, p99 engine delay: ",
                        " ms",
                        group,
                        Metrics::engineDelayP99))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> sentence(
            String start, String unit, Group group, Row.Metric metric) {
        Optional<Row> baseline = RunView.baseline(group, metric);
        return baseline.map(base -> group.rows().stream()
                .map(row -> phrase(row, base, unit, metric))
                .collect(Collectors.joining("; ", start, ".")));
    }

    private static String phrase(Row row, Row base, String unit, Row.Metric metric) {
        Double median = row.median(metric);
        if (median == null) {
            return row.engine() + " n/a (" + Absence.reason(row.last()) + ")";
        }
        String value = row.engine() + " " + Numbers.measured(median) + unit;
        return row.engine().equals(base.engine())
                ? value
                : value + " (" + ratio(row, base, metric) + ")";
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
