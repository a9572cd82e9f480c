package io.heliometer.results.render;

import io.heliometer.results.run.Load;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Trials that may be compared: the same query, variant, transport, kind, fault and load.
 *
 * @param label what they have in common, as far as the run has more than one of it
 * @param rows one per engine, by name
 */
record Group(String label, List<Row> rows) {

    /** Returns the groups of the trials of one kind, by query. */
    static List<Group> of(List<TrialRecord> all, String kind) {
        List<TrialRecord> trials =
                all.stream().filter(trial -> trial.kind().equals(kind)).toList();
        List<Function<TrialRecord, String>> parts = distinguishing(trials);
        Map<String, List<TrialRecord>> byLabel = trials.stream()
                .sorted(Comparator.comparing(TrialRecord::query))
                .collect(Collectors.groupingBy(
                        trial -> parts.stream()
                                .map(part -> part.apply(trial))
                                .collect(Collectors.joining(", ")),
                        TreeMap::new,
                        Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        byLabel.forEach((label, members) -> groups.add(new Group(label, Row.of(members))));
        return groups;
    }

    /** The query, and whatever else differs between these trials. */
    private static List<Function<TrialRecord, String>> distinguishing(List<TrialRecord> trials) {
        List<Function<TrialRecord, String>> parts = new ArrayList<>();
        parts.add(TrialRecord::query);
        List<Function<TrialRecord, String>> others = List.of(
                TrialRecord::variant,
                TrialRecord::transport,
                Group::fault,
                trial -> load(trial.load()));
        for (Function<TrialRecord, String> other : others) {
            if (trials.stream().map(other).distinct().count() > 1) {
                parts.add(other);
            }
        }
        return parts;
    }

    private static String fault(TrialRecord trial) {
        String fault = trial.fault();
        return fault == null ? "no fault" : fault;
    }

    /** Returns the load in words, such as "1,000 devices, 5,000 records/s". */
    static String load(Load load) {
        List<String> words = new ArrayList<>();
        if (load.devices() != null) {
            words.add(Numbers.count(load.devices()) + " devices");
        }
        if (load.recordsPerSecond() != null) {
            words.add(Numbers.count(load.recordsPerSecond()) + " records/s");
        }
        if (load.records() != null) {
            words.add(Numbers.count(load.records()) + " records");
        }
        return words.isEmpty() ? "load not recorded" : String.join(", ", words);
    }
}
