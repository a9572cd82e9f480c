package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.common.engine.EditDistance;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.results.run.TrialRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which trials run in which order: within a block the engines take turns in a seeded random order.
 */
public final class Plan {
    /** Every query that the oracle can answer. */
    public static final List<String> QUERIES = Oracle.QUERIES;

    /** Every kind of trial. */
    public static final List<String> KINDS = List.of(Kind.DRAIN, Kind.OPEN_LOOP);

    /** Every fault that can be injected. */
    public static final List<String> FAULTS = List.of(TrialRecord.KILL_WORKER);

    private Plan() {}

    /**
     * Returns the trials of a suite.
     *
     * @param fault of every trial; null for none
     */
    public static List<TrialSpec> of(
            Suite suite,
            List<EngineFolder> engines,
            Map<String, Input> inputByKind,
            @Nullable String fault) {
        List<TrialSpec> trials = new ArrayList<>();
        Random order = new Random(suite.seed());
        for (int block = 1; block <= suite.positive("blocks"); block++) {
            for (String query : known("query", suite.list("queries"), QUERIES)) {
                for (String kind : known("kind", suite.list("kinds"), KINDS)) {
                    List<EngineFolder> shuffled = new ArrayList<>(engines);
                    Collections.shuffle(shuffled, order);
                    for (EngineFolder engine : shuffled) {
                        trials.add(new TrialSpec(
                                block,
                                engine,
                                query,
                                Objects.requireNonNull(inputByKind.get(kind)),
                                fault,
                                1));
                    }
                }
            }
        }
        return trials;
    }

    /**
     * Returns the engines of these names, or all if there are none.
     *
     * @throws UsageException if there is no such engine
     */
    public static List<EngineFolder> select(List<EngineFolder> all, List<String> names) {
        if (names.isEmpty()) {
            return all;
        }
        Map<String, EngineFolder> byName =
                all.stream().collect(Collectors.toMap(EngineFolder::name, engine -> engine));
        return known("engine", names, all.stream().map(EngineFolder::name).toList()).stream()
                .map(name -> Objects.requireNonNull(byName.get(name)))
                .toList();
    }

    /**
     * Returns the names if all of them are known and there is at least one.
     *
     * @throws UsageException naming the unknown one, the nearest and all known ones
     */
    public static List<String> known(String what, List<String> names, List<String> all) {
        if (names.isEmpty()) {
            throw new UsageException("at least one " + what + " must be given; known: " + all);
        }
        for (String name : names) {
            if (!all.contains(name)) {
                String nearest = String.join("", EditDistance.nearest(name, all, 1));
                throw new UsageException("unknown " + what + " " + name + "; did you mean "
                        + nearest + "? Known: " + all + " (see: heliometer list)");
            }
        }
        return names.stream().distinct().toList();
    }
}
