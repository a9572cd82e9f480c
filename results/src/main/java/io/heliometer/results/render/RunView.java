package io.heliometer.results.render;

import io.heliometer.results.chart.EngineStyles;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.stats.Attempts;
import io.heliometer.results.store.StoredRun;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as the sections look at it.
 *
 * @param run what was asked for
 * @param current the last attempt of each trial, in the order in which tables show them
 * @param superseded earlier attempts
 * @param styles of the engines
 * @param notes what reading the folder found
 */
record RunView(
        RunRecord run,
        List<TrialRecord> current,
        List<TrialRecord> superseded,
        EngineStyles styles,
        List<String> notes) {

    private static final Comparator<TrialRecord> ORDER = Comparator.comparing(TrialRecord::query)
            .thenComparing(TrialRecord::transport)
            .thenComparing(TrialRecord::kind)
            .thenComparing(TrialRecord::fault, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(TrialRecord::engine)
            .thenComparing(TrialRecord::variant)
            .thenComparing(TrialRecord::block)
            .thenComparing(TrialRecord::attempt)
            .thenComparing(TrialRecord::trial);

    static RunView of(StoredRun stored) {
        List<TrialRecord> ordered = stored.trials().stream().sorted(ORDER).toList();
        Attempts attempts = Attempts.of(ordered);
        List<String> engines = ordered.stream().map(TrialRecord::engine).toList();
        return new RunView(
                stored.run(),
                attempts.current(),
                attempts.superseded(),
                EngineStyles.of(engines),
                stored.notes());
    }

    /** Returns all trials, each earlier attempt in front of the later one. */
    List<TrialRecord> all() {
        return Stream.concat(current.stream(), superseded.stream())
                .sorted(ORDER)
                .toList();
    }

    /** Returns the trials of one kind in which nothing was broken on purpose. */
    List<TrialRecord> undisturbed(String kind) {
        return undisturbed().stream().filter(trial -> trial.kind().equals(kind)).toList();
    }

    /** Returns the trials of every kind in which nothing was broken on purpose. */
    List<TrialRecord> undisturbed() {
        return current.stream().filter(trial -> trial.fault() == null).toList();
    }

    /** Returns the trials with a fault: their delays and costs are those of the outage. */
    List<TrialRecord> disturbed() {
        return current.stream().filter(trial -> trial.fault() != null).toList();
    }

    /** Returns the undisturbed trials of one kind, by what may be compared. */
    List<Group> groups(String kind) {
        return Group.of(current, undisturbed(kind));
    }

    /** Returns those groups of undisturbed trials that are on one transport. */
    List<Group> groups(String kind, String transport) {
        return Group.of(
                current,
                undisturbed(kind).stream()
                        .filter(trial -> trial.transport().equals(transport))
                        .toList());
    }

    /** Returns the transports of the run's trials, by name. */
    List<String> transports() {
        return Transports.of(current);
    }

    int blockCount() {
        return (int) current.stream().map(TrialRecord::block).distinct().count();
    }

    /** Returns the engine that ratios of a group refer to: the first by name with a figure. */
    static Optional<Row> baseline(Group group, Row.Metric metric) {
        return group.rows().stream().filter(row -> row.median(metric) != null).findFirst();
    }
}
