package io.heliometer.results.render;

import io.heliometer.results.run.Load;
import io.heliometer.results.run.TrialRecord;

import java.util.ArrayList;
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

    /** What a trial without a fault has in place of its name. */
    static final String NO_FAULT = "no fault";

    /**
     * Returns the groups of some trials, by query.
     *
     * @param all trials of the run, which say what a label has to name
     * @param trials to be grouped
     */
    static List<Group> of(List<TrialRecord> all, List<TrialRecord> trials) {
        List<Function<TrialRecord, String>> parts = distinguishing(all, trials);
        List<Group> groups = new ArrayList<>();
        by(trial -> label(parts, trial), trials)
                .forEach((label, members) -> groups.addAll(byLoad(label, members)));
        return groups;
    }

    /** Returns one group per load; the label names the load only if there are several. */
    private static List<Group> byLoad(String label, List<TrialRecord> trials) {
        Map<String, List<TrialRecord>> loads = by(trial -> load(trial.load()), trials);
        List<Group> groups = new ArrayList<>();
        loads.forEach((load, members) -> groups.add(
                new Group(loads.size() > 1 ? label + ", " + load : label, Row.of(members))));
        return groups;
    }

    /** The query, the settings and transport if the run has several, and what else differs. */
    private static List<Function<TrialRecord, String>> distinguishing(
            List<TrialRecord> all, List<TrialRecord> trials) {
        List<Function<TrialRecord, String>> parts = new ArrayList<>();
        parts.add(TrialRecord::query);
        addIfSeveral(parts, all, TrialRecord::variant);
        addIfSeveral(parts, all, TrialRecord::transport);
        addIfSeveral(parts, trials, TrialRecord::kind);
        addIfSeveral(parts, trials, Group::fault);
        return parts;
    }

    private static void addIfSeveral(
            List<Function<TrialRecord, String>> parts,
            List<TrialRecord> trials,
            Function<TrialRecord, String> part) {
        if (trials.stream().map(part).distinct().count() > 1) {
            parts.add(part);
        }
    }

    private static String label(List<Function<TrialRecord, String>> parts, TrialRecord trial) {
        return parts.stream().map(part -> part.apply(trial)).collect(Collectors.joining(", "));
    }

    private static Map<String, List<TrialRecord>> by(
            Function<TrialRecord, String> key, List<TrialRecord> trials) {
        return trials.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    /** Returns the fault of a trial in words. */
    static String fault(TrialRecord trial) {
        String fault = trial.fault();
        return fault == null ? NO_FAULT : fault;
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
