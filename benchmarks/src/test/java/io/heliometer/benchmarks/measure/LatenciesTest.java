package io.heliometer.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.load.Schedule;
import io.heliometer.benchmarks.verify.Verdict.Match;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.results.run.LatencyMillis;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    /** Ten times faster than event time, from 1,000,000 ms of wall clock at 0 of event time. */
    private static final Schedule SCHEDULE = new Schedule(1_000_000, 0, 10);

    private static Match match(long lastDue, long closeDue, long append, long seen) {
        return new Match(
                new ExpectedRow(OutputTopic.RESULTS, "r", 1, 0, lastDue, closeDue),
                new Observation(OutputTopic.RESULTS, append, seen, "r"));
    }

    @Test
    void total_isSemanticWaitPlusEngineDelayPlusCommitVisibility() {
        // Due at 1,000,100 and 1,000,160 by the wall clock; appended 40 ms later, seen another 5 ms
        // later.
        LatencyMillis latency =
                Latencies.of(List.of(match(1_000, 1_600, 1_000_200, 1_000_205)), SCHEDULE);

        assertThat(Objects.requireNonNull(latency.total()).p50()).isEqualTo(105.0);
        assertThat(Objects.requireNonNull(latency.engineDelay()).p50()).isEqualTo(40.0);
        assertThat(Objects.requireNonNull(latency.commitVisibility()).p50()).isEqualTo(5.0);
    }

    @Test
    void negativeDelay_isCountedAndNotClamped() {
        LatencyMillis latency = Latencies.of(
                List.of(match(0, 1_000, 1_000_050, 1_000_050), match(0, 0, 1_000_010, 1_000_010)),
                SCHEDULE);

        assertThat(Objects.requireNonNull(latency.engineDelay()).negative()).isEqualTo(1);
        assertThat(latency.engineDelay().p50()).isEqualTo(-50.0);
    }

    @Test
    void percentile_isTheNearestRank() {
        double[] sorted = new double[1_000];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = i + 1;
        }

        assertThat(Latencies.at(sorted, 0.5)).isEqualTo(500);
        assertThat(Latencies.at(sorted, 0.99)).isEqualTo(990);
        assertThat(Latencies.at(sorted, 0.999)).isEqualTo(999);
        assertThat(Latencies.at(new double[] {7}, 0.5)).isEqualTo(7);
    }
}
