package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.Golden;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.StoredRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
    @Test
    void text_matchesItsFile() {
        Golden.check(
                "summary.txt",
                SummaryTable.text(new StoredRun(Fixture.run(), Fixture.trials(), List.of())));
    }

    @Test
    void text_ofFaultsOnSeveralTransportsMatchesItsFile() {
        Golden.check("four-summary.txt", four());
    }

    @Test
    void text_ofFaultsOnSeveralTransportsFitsATerminal() {
        assertThat(four().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(132));
    }

    @Test
    void text_namesAVariantThatIsNotTheDefault() {
        TrialRecord realtime = Fixture.openLoop("spark", "Q0", 1, 1)
                .engine("spark", "4.2.0", "realtime")
                .build();

        assertThat(SummaryTable.text(new StoredRun(Fixture.run(), List.of(realtime), List.of())))
                .contains("spark (realtime)");
    }

    private static String four() {
        return SummaryTable.text(new StoredRun(FourEngines.run(), FourEngines.trials(), List.of()));
    }

    @Test
    void text_ofNoTrialIsTheHeading() {
        assertThat(SummaryTable.text(new StoredRun(Fixture.run(), List.of(), List.of())))
                .startsWith("engine  query  trial")
                .hasLineCount(1);
    }
}
