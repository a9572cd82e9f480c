package io.heliometer.benchmarks.score;

import static io.heliometer.benchmarks.score.SmallPlant.HOUR;
import static io.heliometer.benchmarks.score.SmallPlant.MINUTE;
import static io.heliometer.benchmarks.score.SmallPlant.label;
import static io.heliometer.benchmarks.score.SmallPlant.string;
import static io.heliometer.benchmarks.score.SmallPlant.yielding;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.measure.Observation;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.Workload;
import io.heliometer.results.run.RulesFound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleJudgeTest {
    /** String 0 is open from 1:00 to 1:15. */
    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int string = 0; string < 4; string++) {
            for (long start = HOUR; start < HOUR + 15 * MINUTE; start += 5 * MINUTE) {
                rows.add(yielding(string, start, string == 0 ? "0" : "100000000"));
            }
        }
        return rows;
    }

    private static List<ExpectedRow> expected() {
        return rows().stream()
                .map(row -> new ExpectedRow(OutputTopic.RESULTS, row, 2, 0, 0, 0))
                .toList();
    }

    private static List<Observation> observed(OutputTopic topic, List<String> rows) {
        return rows.stream().map(row -> new Observation(topic, 1, 2, row)).toList();
    }

    /** The input's labels; its records are not read here. */
    private record Labelled(List<FaultLabel> labels) implements Workload {
        @Override
        public PanelRegistry registry() {
            return SmallPlant.registry();
        }

        @Override
        public Horizon horizon() {
            return SmallPlant.HORIZON;
        }

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public RecordCursor open(int partition) {
            throw new UnsupportedOperationException("scoring must not read records");
        }
    }

    private static RuleJudge judge() {
        return judge(List.of(label(0, FaultType.OPEN_STRING, string(0), HOUR, HOUR + 15 * MINUTE)));
    }

    private static RuleJudge judge(List<FaultLabel> labels) {
        return new RuleJudge(new Labelled(labels), labels);
    }

    @Test
    void rows_thatAreRightInAnyOrderHaveTheOraclesScore() {
        List<String> rows = rows();
        Collections.reverse(rows);

        RulesFound found = judge().judge("Q3", expected(), observed(OutputTopic.RESULTS, rows))
                .orElseThrow();

        assertThat(found.equalToOracle()).isTrue();
        assertThat(found.observed().found()).isEqualTo(1);
        assertThat(found.oracle()).isNull();
    }

    @Test
    void rows_thatLackAFaultHaveAnotherScoreAndTheOraclesStandsBesideIt() {
        List<String> rows = rows().subList(3, 12);

        RulesFound found = judge().judge("Q3", expected(), observed(OutputTopic.RESULTS, rows))
                .orElseThrow();

        assertThat(found.equalToOracle()).isFalse();
        assertThat(found.observed().found()).isZero();
        assertThat(found.reference().found()).isEqualTo(1);
    }

    @Test
    void rows_ofTheRejectsTopicAreNoResults() {
        assertThat(judge().judge("Q3", expected(), observed(OutputTopic.REJECTS, rows())))
                .hasValueSatisfying(found -> assertThat(found.equalToOracle()).isFalse());
    }

    @Test
    void judge_withoutLabelsOrRulesSaysNothing() {
        List<Observation> observed = observed(OutputTopic.RESULTS, rows());

        assertThat(judge(List.of()).judge("Q3", expected(), observed)).isEmpty();
        assertThat(judge().judge("Q0", expected(), observed)).isEmpty();
    }
}
