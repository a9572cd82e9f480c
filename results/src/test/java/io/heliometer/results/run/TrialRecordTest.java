package io.heliometer.results.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.results.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialRecordTest {
    @Test
    void build_namesWhatIsMissing() {
        assertThatThrownBy(() -> TrialRecord.builder("run", "trial").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("engine must be a text, was null");
    }

    @Test
    void attempt_countsFromOne() {
        assertThatThrownBy(() -> Fixture.openLoop("flink", "Q0", 1, 0).build())
                .hasMessage("attempt must be >= 1, was 0");
    }

    @Test
    void examples_areCopied() {
        TrialRecord trial = Fixture.drain("flink", "Q0", 1, 1).build();

        assertThatThrownBy(() -> trial.correctnessExamples().addAll(List.of("more")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
