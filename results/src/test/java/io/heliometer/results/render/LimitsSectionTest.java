package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.run.TrialRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsSectionTest {
    @Test
    void limits_withoutAFaultSayThatRecoveryIsUnknown() {
        assertThat(text(Fixture.trials()))
                .contains("No fault was injected")
                .doesNotContain("page cache")
                .doesNotContain("Kinesis");
    }

    @Test
    void limits_withAFaultSayWhatItDidNotTest() {
        assertThat(text(FourEngines.trials()))
                .contains("The only kind of fault was kill-worker")
                .contains("kill -9 keeps the page cache")
                .doesNotContain("No fault was injected");
    }

    @Test
    void limits_ofSeveralTransportsSayThatTheyDoNotCompare() {
        assertThat(text(FourEngines.trials()))
                .contains("nothing here says how engines of different transports compare")
                .contains("A local stand-in for Kinesis is not the service");
    }

    @Test
    void limits_nameAnotherVariant() {
        TrialRecord realtime = Fixture.openLoop("spark", "Q0", 1, 1)
                .engine("spark", "4.2.0", "realtime")
                .build();

        assertThat(text(List.of(realtime)))
                .contains("Settings variant realtime only")
                .doesNotContain("Default settings only");
    }

    @Test
    void limits_ofMixedVariantsClaimNeither() {
        TrialRecord realtime = Fixture.openLoop("spark", "Q0", 1, 1)
                .engine("spark", "4.2.0", "realtime")
                .build();
        TrialRecord plain = Fixture.openLoop("flink", "Q0", 1, 1).build();

        assertThat(text(List.of(plain, realtime))).doesNotContain(" only: nothing");
    }

    @Test
    void reading_ofSeveralTransportsWarnsOfTheirOrder() {
        assertThat(Texts.of(ReadingSection.of(Texts.view(FourEngines.run(), FourEngines.trials()))))
                .anySatisfy(rule -> assertThat(rule).contains("says nothing about the engines"));
    }

    private static String text(List<TrialRecord> trials) {
        return String.join("\n", Texts.of(LimitsSection.of(Texts.view(Fixture.run(), trials))));
    }
}
