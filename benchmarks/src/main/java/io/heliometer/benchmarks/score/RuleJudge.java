package io.heliometer.benchmarks.score;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.Workload;
import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.RulesFound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores the rows of an input's trials beside those of the oracle, whose score is computed once per
 * query.
 */
public final class RuleJudge {
    private final Scorer scorer;
    private final Map<String, Optional<RuleScore>> expectedByQuery = new HashMap<>();

    /**
     * Binds the judge to a workload.
     *
     * @param labels the workload's, which are worth computing once
     */
    public RuleJudge(Workload workload, List<FaultLabel> labels) {
        scorer = new Scorer(workload.registry(), workload.horizon(), labels);
    }

    /** Returns both scores; empty if no rule works on the query, or nobody knows the truth. */
    public Optional<RulesFound> judge(
            String query, List<ExpectedRow> expected, List<Observation> observed) {
        if (RuleBook.servedBy(query).isEmpty()) {
            return Optional.empty();
        }
        Optional<RuleScore> oracle = expectedByQuery.computeIfAbsent(
                query,
                key -> scorer.score(
                        key,
                        expected.stream()
                                .filter(row -> row.topic() == OutputTopic.RESULTS)
                                .map(ExpectedRow::row)
                                .toList()));
        return oracle.flatMap(reference -> scorer.score(
                        query,
                        observed.stream()
                                .filter(row -> row.topic() == OutputTopic.RESULTS)
                                .map(Observation::row)
                                .toList())
                .map(score -> RulesFound.of(score, reference)));
    }
}
