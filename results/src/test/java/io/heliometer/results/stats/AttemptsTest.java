package io.heliometer.results.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.run.TrialRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    @Test
    void of_lastAttemptCounts() {
        TrialRecord first = Fixture.openLoop("flink", "Q0", 1, 1).build();
        TrialRecord second = Fixture.openLoop("flink", "Q0", 1, 2).build();

        assertThat(Attempts.of(List.of(first, second)))
                .isEqualTo(new Attempts(List.of(second), List.of(first)));
    }

    @Test
    void of_anotherQueryIsNotAnAttempt() {
        TrialRecord first = Fixture.openLoop("flink", "Q0", 1, 1).build();
        TrialRecord other = Fixture.openLoop("flink", "Q3", 1, 2).build();

        assertThat(Attempts.of(List.of(first, other)).superseded()).isEmpty();
    }
}
