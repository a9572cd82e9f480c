package io.heliometer.benchmarks.verify;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.benchmarks.verify.Verdict.Match;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what an engine wrote with what the oracle expects, as multisets of rows. */
public final class Verifier {
    private static final int EXAMPLES_PER_KIND = 3;

    private record Cell(OutputTopic topic, String text) {}

    private final Map<Cell, Deque<ExpectedRow>> open = new HashMap<>();
    private final Set<Cell> known = new HashSet<>();
    private final List<Match> matches = new ArrayList<>();
    private final List<Observation> unexpected = new ArrayList<>();
    private final Map<String, List<String>> examples = new TreeMap<>();
    private long duplicate;
    private long wrong;

    private Verifier() {}

    /** Returns the verdict on a trial's output. */
    public static Verdict verify(List<ExpectedRow> expected, List<Observation> observed) {
        Verifier verifier = new Verifier();
        // Equal rows are matched in the order of time, or one's delay would be taken for another's.
        expected.stream()
                .sorted(Comparator.comparingLong(ExpectedRow::lastDueMillis))
                .forEach(verifier::expect);
        observed.stream()
                .sorted(Comparator.comparingLong(Observation::appendMillis))
                .forEach(verifier::observe);
        long missing = verifier.pairWrongWithMissing();
        return new Verdict(
                expected.size(),
                missing,
                verifier.duplicate,
                verifier.wrong,
                verifier.examples.values().stream().flatMap(List::stream).toList(),
                verifier.matches);
    }

    private void expect(ExpectedRow row) {
        Cell cell = new Cell(row.topic(), row.row());
        open.computeIfAbsent(cell, key -> new ArrayDeque<>(1)).add(row);
        known.add(cell);
    }

    private void observe(Observation observation) {
        Cell cell = new Cell(observation.topic(), observation.row());
        Deque<ExpectedRow> candidates = open.get(cell);
        if (candidates != null) {
            matches.add(new Match(candidates.remove(), observation));
            if (candidates.isEmpty()) {
                open.remove(cell);
            }
        } else if (known.contains(cell)) {
            duplicate++;
            example("duplicate", observation.topic(), observation.row(), "");
        } else {
            unexpected.add(observation);
        }
    }

    /**
     * A wrong row takes the place of the missing row with the same key, so that one mistake counts
     * once.
     */
    private long pairWrongWithMissing() {
        Map<Cell, Deque<ExpectedRow>> missingByKey = new HashMap<>();
        Set<Integer> keyWidths = new HashSet<>();
        for (Deque<ExpectedRow> rows : open.values()) {
            for (ExpectedRow row : rows) {
                String key = ExpectedRow.keyOf(row.row(), row.keyColumns());
                keyWidths.add(row.keyColumns());
                missingByKey
                        .computeIfAbsent(new Cell(row.topic(), key), cell -> new ArrayDeque<>(1))
                        .add(row);
            }
        }
        for (Observation observation : unexpected) {
            wrong++;
            String instead = take(observation, keyWidths, missingByKey);
            example("wrong", observation.topic(), observation.row(), instead);
        }
        missingByKey.values().stream()
                .flatMap(Deque::stream)
                .limit(EXAMPLES_PER_KIND)
                .forEach(row -> example("missing", row.topic(), row.row(), ""));
        return missingByKey.values().stream().mapToLong(Deque::size).sum();
    }

    private static String take(
            Observation observation,
            Set<Integer> keyWidths,
            Map<Cell, Deque<ExpectedRow>> missingByKey) {
        for (int width : keyWidths) {
            Cell key = new Cell(observation.topic(), ExpectedRow.keyOf(observation.row(), width));
            Deque<ExpectedRow> rows = missingByKey.get(key);
            if (rows != null && !rows.isEmpty()) {
                return ", expected " + rows.remove().row();
            }
        }
        return ", no such key expected";
    }

    private void example(String kind, OutputTopic topic, String row, String more) {
        List<String> list = examples.computeIfAbsent(kind, key -> new ArrayList<>());
        if (list.size() < EXAMPLES_PER_KIND) {
            list.add(kind + " in " + topic + ": " + row + more);
        }
    }
}
