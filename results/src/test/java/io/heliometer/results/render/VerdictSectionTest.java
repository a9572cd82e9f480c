package io.heliometer.results.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.results.Fixture;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunJson;
import io.heliometer.results.store.StoredRun;
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
        return RunView.of(new StoredRun(run, trials, List.of()));
    }

    private static List<String> texts(List<TrialRecord> trials) {
        List<String> texts = new ArrayList<>();
        for (Block block : VerdictSection.of(view(Fixture.run(), trials)).blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                texts.add(paragraph.text());
            } else if (block instanceof Block.Bullets bullets) {
                texts.addAll(bullets.items());
            }
        }
        return texts;
    }
}
