package io.heliometer.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.Golden;
import io.heliometer.results.Scores;
import io.heliometer.results.run.Load;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunJsonTest {
    private static final TrialRecord SKIPPED = TrialRecord.builder("run", "b1-spark-Q3-drain-a1")
            .engine("spark", "4.1.0", "tuned")
            .query("Q3", "kafka")
            .load(TrialRecord.DRAIN, new Load(null, null, null, null, null))
            .outcome(Outcome.SKIPPED, "not enough memory")
            .time(Fixture.START, null)
            .build();

    @Test
    void trial_roundTrips() {
        assertThat(Fixture.trials())
                .allSatisfy(
                        trial -> assertThat(RunJson.trial(RunJson.line(trial))).isEqualTo(trial));
    }

    @Test
    void trial_withoutMeasurementsRoundTrips() {
        assertThat(RunJson.trial(RunJson.line(SKIPPED))).isEqualTo(SKIPPED);
    }

    @Test
    void run_roundTrips() {
        assertThat(RunJson.run(RunJson.text(Fixture.run()))).isEqualTo(Fixture.run());
    }

    @Test
    void trial_withARecoveryRoundTrips() {
        assertThat(FourEngines.trials())
                .allSatisfy(
                        trial -> assertThat(RunJson.trial(RunJson.line(trial))).isEqualTo(trial));
    }

    @Test
    void trial_withAScoreRoundTrips() {
        assertThat(Scores.trials(true))
                .allSatisfy(
                        trial -> assertThat(RunJson.trial(RunJson.line(trial))).isEqualTo(trial));
    }

    @Test
    void trial_ofARunBeforeThereWereScoresIsRead() {
        String line = RunJson.line(SKIPPED).replace("\"rules\":null,", "");

        assertThat(line).doesNotContain("rules");
        assertThat(RunJson.trial(line)).isEqualTo(SKIPPED);
    }

    @Test
    void line_writesTheScoreOfATrial() {
        Golden.check("scored-trial.json", RunJson.line(Scores.trials(true).get(3)) + "\n");
    }

    @Test
    void run_withTransportLimitsRoundTrips() {
        assertThat(RunJson.run(RunJson.text(FourEngines.run()))).isEqualTo(FourEngines.run());
    }

    @Test
    void line_writesTheRecoveryOfATrial() {
        Golden.check("fault-trial.json", RunJson.line(FourEngines.trials().get(14)) + "\n");
    }

    @Test
    void run_thatGoesOnHasNoEnd() {
        RunRecord running = RunJson.run(RunJson.text(Fixture.run())
                .replaceAll("\"endedAt\" : \"[^\"]*\"", "\"endedAt\" : null"));

        assertThat(running.endedAt()).isNull();
        assertThat(running.ended(Fixture.START, true, 2.5).environment().loadAverageAfter())
                .isEqualTo(2.5);
    }

    @Test
    void line_writesAbsentValuesAsNullInTheDocumentedOrder() {
        Golden.check("skipped-trial.json", RunJson.line(SKIPPED) + "\n");
    }

    @Test
    void line_writesAllFieldsOfATrial() {
        Golden.check("open-loop-trial.json", RunJson.line(Fixture.trials().get(4)) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"schemaVersion\":1}", "{\"schemaVersion\":\"2\"}", "[]"})
    void trial_ofAnotherSchemaVersionIsRefused(String line) {
        assertThatThrownBy(() -> RunJson.trial(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schemaVersion must be 2, was ");
    }

    @Test
    void trial_withAnUnknownFieldIsRefused() {
        String line = RunJson.line(SKIPPED).replace("\"fault\"", "\"vault\"");

        assertThatThrownBy(() -> RunJson.trial(line)).hasMessageContaining("vault");
    }

    @Test
    void trial_withoutARequiredFieldIsRefused() {
        String line = RunJson.line(SKIPPED).replace("\"engine\":\"spark\"", "\"engine\":null");

        assertThatThrownBy(() -> RunJson.trial(line)).hasMessageContaining("engine must be a text");
    }
}
