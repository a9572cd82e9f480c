package io.heliometer.results.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.results.Scores;
import org.junit.jupiter.api.Test;

class RulesFoundTest {
    @Test
    void scores_thatAreEqualAreKeptOnce() {
        RulesFound found = RulesFound.of(Scores.application(), Scores.application());

        assertThat(found.equalToOracle()).isTrue();
        assertThat(found.oracle()).isNull();
        assertThat(found.reference()).isEqualTo(Scores.application());
    }

    @Test
    void scores_thatDifferAreKeptBoth() {
        RulesFound found = RulesFound.of(Scores.openStrings(1), Scores.openStrings(2));

        assertThat(found.equalToOracle()).isFalse();
        assertThat(found.observed()).isEqualTo(Scores.openStrings(1));
        assertThat(found.reference()).isEqualTo(Scores.openStrings(2));
    }

    @Test
    void flag_mustSayWhatTheScoresSay() {
        assertThatThrownBy(() -> new RulesFound(false, Scores.application(), null))
                .hasMessageContaining("oracle must be present if, and only if, it differs");
        assertThatThrownBy(() -> new RulesFound(true, Scores.application(), Scores.openStrings(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void typeScore_countsMoreLabelsThanItFinds() {
        assertThatThrownBy(() -> new TypeScore("PID", 1, 1, 0, 1, 1L, null, null, 0, 0, 0, null))
                .hasMessageContaining("found <= inReach <= detectable <= labels must hold");
    }
}
