package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.FourEngines;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictSectionTest {
    @Test
    void headline_ofAGoodRunSaysAll() {
        RunView view = view(Fixture.run(), eightGoodTrials());

        assertThat(VerdictSection.headline(view))
                .isEqualTo("All 8 trials ran to the end and gave exactly the rows of the oracle.");
        assertThat(VerdictSection.good(view)).isTrue();
    }

    @Test
    void headline_ofAnInterruptedRunSaysHowFarItCame() {
        RunRecord interrupted = Fixture.run().ended(Fixture.START, true, null);
        RunView view = view(interrupted, eightGoodTrials().subList(0, 1));

        assertThat(VerdictSection.headline(view))
                .isEqualTo("The one trial ran to the end and gave exactly the rows of the oracle."
                        + " The run was interrupted. 1 of 8 planned trials have a result.");
        assertThat(VerdictSection.good(view)).isFalse();
    }

    @Test
    void headline_ofACrashedRunSaysThatItHasNoEnd() {
        RunRecord crashed = RunJson.run(RunJson.text(Fixture.run())
                .replaceAll("\"endedAt\" : \"[^\"]*\"", "\"endedAt\" : null"));
        RunView view = view(crashed, eightGoodTrials());

        assertThat(VerdictSection.headline(view)).contains("The end of the run is not recorded");
        assertThat(VerdictSection.good(view)).isFalse();
    }

    @Test
    void good_isNotSpoiltByWhatIsUnsupported() {
        TrialRecord unsupported = Fixture.drain("flink", "Q0", 1, 1)
                .outcome(Outcome.UNSUPPORTED, "no side output")
                .build();

        assertThat(VerdictSection.good(view(Fixture.run(), List.of(unsupported))))
                .isTrue();
    }

    @Test
    void section_withOneBlockClaimsNoDifference() {
        assertThat(texts(eightGoodTrials()))
                .contains(
                        "Q0 drain: flink 100 records/s; kstreams 300 records/s (3.00 times flink).")
                .anySatisfy(text -> assertThat(text)
                        .startsWith("One block: no interval, no claim of difference."));
    }

    @Test
    void section_withSixBlocksGivesTheInterval() {
        List<TrialRecord> trials = new ArrayList<>();
        for (int block = 1; block <= 6; block++) {
            trials.add(Fixture.drain("flink", "Q0", 100, 1).block(block, 1).build());
            trials.add(Fixture.drain("kstreams", "Q0", 100 + block, 1)
                    .block(block, 1)
                    .build());
        }

        assertThat(texts(trials))
                .contains("Q0 drain: flink 100 records/s; kstreams 103 records/s (1.03 times flink"
                        + " [1.02, 1.05]).");
    }

    @Test
    void section_comparesWithinATransportOnly() {
        List<String> texts = texts(FourEngines.trials());

        assertThat(texts)
                .contains(
                        "Q0, kafka drain: flink 512,345 records/s; kstreams 395,530 records/s (0.77"
                                + " times flink); spark 213,000 records/s (0.42 times flink).",
                        "Q0, kinesis drain: kinesis 12,750 records/s (no peer: it is the only"
                                + " engine of this run on kinesis).")
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Transports in this run: kafka, kinesis.")
                        .endsWith("Rows of different transports are not a ranking."));
    }

    @Test
    void section_givesDowntimeAndCatchUpAsTwoFiguresWithoutARatio() {
        assertThat(texts(FourEngines.trials()))
                .contains(
                        "Q3, kafka, kill-worker: flink down 4.91 s, catch-up 3.10 s; kstreams down"
                                + " 7.20 s, catch-up 11.8 s; spark down 3.80 s, no catch-up while the load"
                                + " went on.")
                .anySatisfy(text ->
                        assertThat(text).contains("One injection per engine is no distribution"));
    }

    @Test
    void section_saysOnceWhatHappenedInSeveralBlocks() {
        List<TrialRecord> trials = new ArrayList<>();
        for (int block = 1; block <= 3; block++) {
            trials.add(Fixture.drain("flink", "Q0", 100, 1)
                    .block(block, 1)
                    .outcome(Outcome.FAILED, "exit code 1")
                    .build());
        }

        assertThat(texts(trials))
                .containsOnlyOnce("flink Q0 drain is FAILED: exit code 1 (3 trials). None of its"
                        + " figures is published.");
    }

    @Test
    void section_ofOneTransportSaysNothingOfOthers() {
        assertThat(texts(eightGoodTrials())).noneMatch(text -> text.contains("ransport"));
    }

    @Test
    void section_ofOneEngineSaysThatItHasNoPeer() {
        TrialRecord alone = Fixture.drain("spark", "Q0", 100, 1)
                .engine("spark", "4.2.0", "realtime")
                .build();

        assertThat(texts(List.of(alone)))
                .contains("Q0 drain: spark 100 records/s (no peer: it is the only engine of this"
                        + " run).");
    }

    @Test
    void section_neverComparesVariants() {
        TrialRecord realtime = Fixture.drain("spark", "Q0", 300, 1)
                .engine("spark", "4.2.0", "realtime")
                .build();
        TrialRecord plain = Fixture.drain("flink", "Q0", 100, 1).build();

        assertThat(texts(List.of(plain, realtime)))
                .contains("Q0, realtime drain: spark 300 records/s (no peer: it is the only engine"
                        + " with this query, settings and load).");
    }

    @Test
    void headline_namesDuplicatesThatAClaimAllows() {
        List<TrialRecord> spark = List.of(FourEngines.trials().get(14));

        assertThat(VerdictSection.headline(view(FourEngines.run(), spark)))
                .startsWith("The one trial ran to the end and gave exactly the rows of the oracle,"
                        + " but for duplicates after a fault, which its at-least-once claim"
                        + " allows.");
    }

    private static List<TrialRecord> eightGoodTrials() {
        List<TrialRecord> trials = new ArrayList<>();
        for (String query : List.of("Q0", "Q3")) {
            trials.add(Fixture.drain("flink", query, 100, 1).build());
            trials.add(Fixture.drain("kstreams", query, 300, 1).build());
            trials.add(Fixture.openLoop("flink", query, 1, 1).build());
            trials.add(Fixture.openLoop("kstreams", query, 1, 1).build());
        }
        return trials;
    }

    private static RunView view(RunRecord run, List<TrialRecord> trials) {
        return Texts.view(run, trials);
    }

    private static List<String> texts(List<TrialRecord> trials) {
        return Texts.of(VerdictSection.of(view(Fixture.run(), trials)));
    }
}
