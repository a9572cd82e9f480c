package io.heliometer.results.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    @ParameterizedTest
    @EnumSource(Outcome.class)
    void valid_isOnlyCompleted(Outcome outcome) {
        assertThat(outcome.valid()).isEqualTo(outcome == Outcome.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"COMPLETED", "UNSUPPORTED", "SKIPPED"})
    void failsTheRun_isFalseForWhatWorkedOrNeverRan(Outcome outcome) {
        assertThat(outcome.failsTheRun()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMPLETED", "UNSUPPORTED", "SKIPPED"})
    void failsTheRun_isTrueForAllOthers(Outcome outcome) {
        assertThat(outcome.failsTheRun()).isTrue();
    }
}
