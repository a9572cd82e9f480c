package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.FourEngines;
import io.heliometer.results.run.Recovery;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.StoredRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsSectionTest {
    @Test
    void section_isThereOnlyIfAFaultWasInjected() {
        assertThat(ids(FourEngines.trials())).contains("faults");
        assertThat(ids(FourEngines.trials().subList(0, 12))).doesNotContain("faults");
    }

    @Test
    void section_saysWhatItsFiguresAreWorth() {
        String text = String.join("\n", Texts.of(section(FourEngines.trials())));

        assertThat(text)
                .contains("the verdict is the oracle's")
                .contains("not added up")
                .contains("kill -9 keeps the page cache, so it does not test fsync")
                .contains("One injection per engine is no distribution");
    }

    @Test
    void section_ofTenInjectionsSaysSoAndCountsCatchUps() {
        List<TrialRecord> trials = new ArrayList<>();
        for (int block = 1; block <= 10; block++) {
            Double catchUp = block == 1 ? null : (Double) 3.0;
            trials.add(FourEngines.fault("flink", "Q3", new Recovery("w", 20, block, catchUp), 0)
                    .block(block, 1)
                    .build());
        }

        assertThat(Texts.of(section(trials)))
                .anySatisfy(text -> assertThat(text).contains("medians over up to 10 injections"));
        assertThat(FaultsSection.findings(Texts.view(FourEngines.run(), trials)))
                .containsExactly("Q3, kill-worker: flink down 5.00 s, catch-up 3.00 s (9 of 10)"
                        + " (no peer: it is the only engine of this run).");
    }

    @Test
    void table_showsRowsButNoFiguresOfAnInvalidTrial() {
        List<Cell> kstreams =
                Texts.tables(section(FourEngines.trials())).get(0).rows().get(1);

        assertThat(kstreams)
                .contains(Cell.of("kstreams"), Cell.bad("3"), Cell.absent("INCORRECT"))
                .doesNotContain(Cell.of("6.60"), Cell.of("9.50"));
    }

    @Test
    void table_saysThatACatchUpDidNotHappen() {
        List<Cell> spark =
                Texts.tables(section(FourEngines.trials())).get(0).rows().get(4);

        assertThat(spark)
                .contains(
                        Cell.of("spark"),
                        Cell.of("3.80"),
                        Cell.absent("not while the load went on"),
                        Cell.of("3,391 (allowed)"));
    }

    @Test
    void otherSections_leaveTrialsWithAFaultOut() {
        RunView view = Texts.view(FourEngines.run(), FourEngines.trials().subList(12, 18));

        assertThat(Texts.of(LatencySection.of(view)))
                .containsExactly("n/a: this run has no open-loop trial without a fault. The tail of"
                        + " a trial with one is its outage: see Faults.");
        assertThat(view.groups(TrialRecord.OPEN_LOOP)).isEmpty();
    }

    private static Section section(List<TrialRecord> trials) {
        return FaultsSection.of(Texts.view(FourEngines.run(), trials));
    }

    private static List<String> ids(List<TrialRecord> trials) {
        return Report.of(new StoredRun(FourEngines.run(), trials, List.of())).sections().stream()
                .map(Section::id)
                .toList();
    }
}
