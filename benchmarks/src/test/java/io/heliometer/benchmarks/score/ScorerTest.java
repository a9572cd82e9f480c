package io.heliometer.benchmarks.score;

import static io.heliometer.benchmarks.score.SmallPlant.HOUR;
import static io.heliometer.benchmarks.score.SmallPlant.MINUTE;
import static io.heliometer.benchmarks.score.SmallPlant.gateway;
import static io.heliometer.benchmarks.score.SmallPlant.inverter;
import static io.heliometer.benchmarks.score.SmallPlant.label;
import static io.heliometer.benchmarks.score.SmallPlant.lagging;
import static io.heliometer.benchmarks.score.SmallPlant.panel;
import static io.heliometer.benchmarks.score.SmallPlant.resumed;
import static io.heliometer.benchmarks.score.SmallPlant.scorer;
import static io.heliometer.benchmarks.score.SmallPlant.silent;
import static io.heliometer.benchmarks.score.SmallPlant.site;
import static io.heliometer.benchmarks.score.SmallPlant.string;
import static io.heliometer.benchmarks.score.SmallPlant.unseen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.results.run.NegativeCount;
import io.heliometer.results.run.RuleScore;
import io.heliometer.results.run.TypeScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test per trap, with rows and counts by hand. */
final class ScorerTest {
    private static final long WINDOW = 15 * MINUTE;

    /** Panel 7 of string 1, inverter 0, site 0 lags from 2 h to 3 h: alerts at 2:45 and 3:00. */
    private static final List<String> LAGGING = lagging(7, 2 * HOUR, 3 * HOUR);

    private static RuleScore score(List<String> rows, FaultLabel... labels) {
        return scorer(labels).score("Q5", rows).orElseThrow();
    }

    private static void assertEpisodes(RuleScore score, long good, long mis, long falseAlarms) {
        assertThat(List.of(score.good(), score.misclassified(), score.falseAlarms()))
                .containsExactly(good, mis, falseAlarms);
    }

    @Test
    void fault_isFoundByAnAlertOfARuleThatIsMadeForIt() {
        RuleScore score = score(
                LAGGING, label(0, FaultType.BYPASS_SHORT, panel(7), 2 * HOUR - MINUTE, 3 * HOUR));

        assertEpisodes(score, 1, 0, 0);
        assertThat(score.recallPpm()).isEqualTo(1_000_000);
        assertThat(score.precisionPpm()).isEqualTo(1_000_000);
        assertThat(score.detectMedianMillis()).isEqualTo(46 * MINUTE);
        assertThat(score.rules()).containsExactly("R1");
    }

    @Test
    void labels_thatOverlapAreBothFoundByOneEpisode() {
        RuleScore score = score(
                LAGGING,
                label(0, FaultType.BYPASS_SHORT, panel(7), HOUR, 4 * HOUR),
                label(1, FaultType.SHADE_RECUR, panel(7), 2 * HOUR, 3 * HOUR));

        assertEpisodes(score, 1, 0, 0);
        assertThat(score.found()).isEqualTo(2);
        assertThat(score.types())
                .extracting(TypeScore::type, TypeScore::found, TypeScore::good)
                .containsExactly(tuple("SHADE_RECUR", 1L, 0L), tuple("BYPASS_SHORT", 1L, 1L));
    }

    @Test
    void fault_withoutEndIsFoundAtAnyTimeAfterItsOnset() {
        RuleScore score =
                score(LAGGING, label(0, FaultType.HOTSPOT, panel(7), MINUTE, FaultLabel.OPEN));

        assertEpisodes(score, 1, 0, 0);
        assertThat(score.found()).isEqualTo(1);
    }

    @Test
    void fault_thatIsNotDetectableIsNeitherInTheRecallNorAFalseAlarm() {
        RuleScore score =
                score(LAGGING, unseen(0, FaultType.BYPASS_SHORT, panel(7), 2 * HOUR, 3 * HOUR));

        assertEpisodes(score, 1, 0, 0);
        assertThat(List.of(score.labels(), score.detectable(), score.found()))
                .containsExactly(1L, 0L, 0L);
        assertThat(score.recallPpm()).isNull();
        assertThat(score.detectMedianMillis()).isNull();
    }

    @Test
    void grace_endsHalfAnHourAfterTheFault() {
        long start = 2 * HOUR;

        assertEpisodes(
                score(
                        LAGGING,
                        label(0, FaultType.HOTSPOT, panel(7), HOUR, start - 30 * MINUTE + 1)),
                1,
                0,
                0);
        assertEpisodes(
                score(LAGGING, label(0, FaultType.HOTSPOT, panel(7), HOUR, start - 30 * MINUTE)),
                0,
                0,
                1);
    }

    @Test
    void fault_thatBeginsWhenTheEpisodeEndsIsNotFound() {
        assertEpisodes(
                score(LAGGING, label(0, FaultType.HOTSPOT, panel(7), 3 * HOUR, 4 * HOUR)), 0, 0, 1);
    }

    @Test
    void alerts_anHourApartAreOneFalseAlarm() {
        List<String> rows = new ArrayList<>(LAGGING);
        rows.addAll(lagging(7, 4 * HOUR, 5 * HOUR));
        FaultLabel elsewhere = label(0, FaultType.HOTSPOT, panel(70), HOUR, 2 * HOUR);

        assertEpisodes(score(rows, elsewhere), 0, 0, 1);
        rows.removeIf(row -> row.equals(lagging(7, 4 * HOUR)));
        assertEpisodes(score(rows, elsewhere), 0, 0, 2);
    }

    @Test
    void panelAlert_underAnInverterOutageIsMisclassified() {
        RuleScore score =
                score(LAGGING, label(0, FaultType.INV_OUTAGE, inverter(0), 2 * HOUR, 5 * HOUR));

        assertEpisodes(score, 0, 1, 0);
        assertThat(score.precisionPpm()).isNull();
        assertThat(List.of(score.detectable(), score.inReach(), score.found()))
                .containsExactly(1L, 0L, 0L);
        assertThat(score.recallPpm()).isZero();
    }

    @Test
    void panelAlert_underAnotherInvertersOutageIsFalse() {
        assertEpisodes(
                score(LAGGING, label(0, FaultType.INV_OUTAGE, inverter(1), 2 * HOUR, 5 * HOUR)),
                0,
                0,
                1);
    }

    @Test
    void panelAlert_onAnOpenStringIsGoodAsR1IsMadeForItToo() {
        assertEpisodes(
                score(LAGGING, label(0, FaultType.OPEN_STRING, string(1), 2 * HOUR, 5 * HOUR)),
                1,
                0,
                0);
    }

    @Test
    void falseAlarm_countsUnderTheNegativeThatItOverlapsLongest() {
        RuleScore score = score(
                LAGGING,
                label(0, FaultType.CLOUD, site(0), 2 * HOUR, 3 * HOUR),
                label(1, FaultType.CURTAIL, site(0), HOUR, 2 * HOUR),
                label(2, FaultType.SNOW, site(1), 2 * HOUR, 3 * HOUR));

        assertEpisodes(score, 0, 0, 1);
        assertThat(score.labels()).isZero();
        assertThat(score.precisionPpm()).isZero();
        assertThat(score.negatives())
                .containsExactly(
                        new NegativeCount("CURTAIL", 1, 0),
                        new NegativeCount("CLOUD", 1, 1),
                        new NegativeCount("SNOW", 1, 0),
                        new NegativeCount(NegativeCount.NOTHING, 0, 0));
    }

    @Test
    void episode_overAFaultAndANegativeIsGood() {
        assertEpisodes(
                score(
                        LAGGING,
                        label(0, FaultType.CLOUD, site(0), 2 * HOUR, 3 * HOUR),
                        label(1, FaultType.HOTSPOT, panel(7), 2 * HOUR, 3 * HOUR)),
                1,
                0,
                0);
    }

    @Test
    void silences_ofASiteAreOneFaultAndManyEpisodes() {
        List<String> rows = new ArrayList<>();
        for (int panel = 0; panel < 40; panel++) {
            rows.add(silent(panel, 2 * HOUR));
            rows.add(resumed(panel, 3 * HOUR, 2 * HOUR));
        }
        RuleScore score = scorer(
                        label(0, FaultType.COMM_GAP, gateway(0), 2 * HOUR + MINUTE, 3 * HOUR))
                .score("Q6", rows)
                .orElseThrow();

        assertEpisodes(score, 40, 0, 0);
        assertThat(score.found()).isEqualTo(1);
        assertThat(score.detectMedianMillis()).isEqualTo(2 * MINUTE);
    }

    @Test
    void alert_beforeAFaultIsObservableGivesANegativeTime() {
        long[] observableLate = {2 * HOUR, 6 * HOUR, 4 * HOUR};

        assertThat(score(LAGGING, label(0, FaultType.HOTSPOT, panel(7), observableLate))
                        .detectMedianMillis())
                .isEqualTo(-75 * MINUTE);
    }

    @Test
    void time_countsToTheFirstAlertAtOrAfterTheOnset() {
        // The alert of 2:45 is older than the fault.
        assertThat(score(
                                LAGGING,
                                label(
                                        0,
                                        FaultType.HOTSPOT,
                                        panel(7),
                                        2 * HOUR + 50 * MINUTE,
                                        4 * HOUR))
                        .detectMedianMillis())
                .isEqualTo(10 * MINUTE);
    }

    @Test
    void recall_overTypesAndEnergyAreOtherMeans() {
        // Found: 400 W x 50 % x 1 h = 200 Wh. Not found: two hot spots of 200 Wh and 600 Wh.
        RuleScore score = score(
                LAGGING,
                label(0, FaultType.BYPASS_SHORT, panel(7), 2 * HOUR, 3 * HOUR),
                label(1, FaultType.HOTSPOT, panel(60), 2 * HOUR, 3 * HOUR),
                label(2, FaultType.HOTSPOT, panel(61), 2 * HOUR, 5 * HOUR));

        assertThat(score.recallPpm()).isEqualTo(333_333);
        assertThat(score.macroRecallPpm()).isEqualTo(500_000);
        assertThat(score.energyRecallPpm()).isEqualTo(200_000);
    }

    @Test
    void falseAlarms_countPerDeviceDay() {
        // One in 80 panels x half a day.
        assertThat(score(LAGGING, label(0, FaultType.HOTSPOT, panel(70), 0, HOUR))
                        .falseAlarmsPerMillionDeviceDays())
                .isEqualTo(25_000);
    }

    @Test
    void percentiles_areNearestRanks() {
        List<String> rows = new ArrayList<>();
        FaultLabel[] labels = new FaultLabel[20];
        for (int panel = 0; panel < 20; panel++) {
            rows.add(silent(panel, HOUR));
            // Known at 1:03; observable 1 to 20 minutes before.
            long[] times = {HOUR, 2 * HOUR, HOUR + 3 * MINUTE - (panel + 1) * MINUTE};
            labels[panel] = label(panel, FaultType.COMM_GAP, panel(panel), times);
        }
        RuleScore score = scorer(labels).score("Q6", rows).orElseThrow();

        assertThat(score.detectMedianMillis()).isEqualTo(10 * MINUTE);
        assertThat(score.detectP95Millis()).isEqualTo(19 * MINUTE);
    }

    @Test
    void score_isAbsentWithoutARuleOrWithoutTheTruth() {
        FaultLabel label = label(0, FaultType.HOTSPOT, panel(7), 0, WINDOW);

        assertThat(scorer(label).score("Q0", LAGGING)).isEmpty();
        assertThat(scorer().score("Q5", LAGGING)).isEmpty();
    }

    @Test
    void score_ofNoRowsFindsNothing() {
        RuleScore score = score(List.of(), label(0, FaultType.HOTSPOT, panel(7), 0, WINDOW));

        assertEpisodes(score, 0, 0, 0);
        assertThat(score.recallPpm()).isZero();
        assertThat(score.precisionPpm()).isNull();
    }
}
