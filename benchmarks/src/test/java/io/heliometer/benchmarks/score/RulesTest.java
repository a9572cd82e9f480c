package io.heliometer.benchmarks.score;

import static io.heliometer.benchmarks.score.SmallPlant.HOUR;
import static io.heliometer.benchmarks.score.SmallPlant.MINUTE;
import static io.heliometer.benchmarks.score.SmallPlant.lagging;
import static io.heliometer.benchmarks.score.SmallPlant.panel;
import static io.heliometer.benchmarks.score.SmallPlant.plant;
import static io.heliometer.benchmarks.score.SmallPlant.resumed;
import static io.heliometer.benchmarks.score.SmallPlant.silent;
import static io.heliometer.benchmarks.score.SmallPlant.string;
import static io.heliometer.benchmarks.score.SmallPlant.yielding;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import io.heliometer.results.run.MonitoringRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesTest {
    private static final long WINDOW = 15 * MINUTE;

    /** 10 % of five panels of 400 W for 300 s, mJ. */
    private static final long LEAST_MEDIAN = 60_000_000;

    private static List<Alert> alerts(String query, String... rows) {
        return RuleBook.alerts(query, Arrays.asList(rows), plant());
    }

    private static Alert peer(int panel, long start, long end) {
        return new Alert(MonitoringRule.R1, panel(panel), FaultType.BYPASS_SHORT, start, end, end);
    }

    @ParameterizedTest
    @EnumSource
    void rule_isServedByTheQueriesThatItsNameSays(MonitoringRule name) {
        boolean served = !name.servedBy().isEmpty();

        assertThat(RuleBook.servedBy("M").stream().map(Rule::name).toList().contains(name))
                .isEqualTo(served);
        if (served) {
            assertThat(RuleBook.rule(name).query()).isEqualTo(name.needs());
            assertThat(RuleBook.rule(name).finds()).contains(RuleBook.rule(name).guess());
        }
    }

    @Test
    void rules_ofAQueryWithoutAnyAreNone() {
        assertThat(RuleBook.servedBy("Q0")).isEmpty();
        assertThat(RuleBook.servedBy("Q1")).isEmpty();
    }

    @Test
    void peerRatio_takesThreeOfFourWindowsAndTheLastOfThem() {
        assertThat(alerts("Q5", lagging(7, 0), lagging(7, WINDOW), lagging(7, 3 * WINDOW)))
                .containsExactly(peer(7, 0, 4 * WINDOW));
    }

    @Test
    void peerRatio_ofThreeInFiveWindowsIsSilent() {
        assertThat(alerts("Q5", lagging(7, 0), lagging(7, 2 * WINDOW), lagging(7, 4 * WINDOW)))
                .isEmpty();
    }

    @Test
    void peerRatio_countsAWindowOfAPanelOnce() {
        assertThat(alerts("Q5", lagging(7, 0), lagging(7, 0), lagging(7, WINDOW), lagging(8, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 29})
    void peerRatio_ofARunWithOneWholeWindowAsksForOne(long minutes) {
        Plant oneWindow = plant(new Horizon(0, minutes * MINUTE));

        assertThat(RuleBook.alerts("Q5", lagging(7, 0, WINDOW), oneWindow))
                .containsExactly(peer(7, 0, WINDOW));
    }

    @Test
    void peerRatio_ofARunWithTwoWholeWindowsAsksForBoth() {
        Plant twoWindows = plant(new Horizon(0, 44 * MINUTE));

        assertThat(RuleBook.alerts("Q5", lagging(7, 0, WINDOW), twoWindows)).isEmpty();
        assertThat(RuleBook.alerts("Q5", lagging(7, 0, 2 * WINDOW), twoWindows))
                .containsExactly(peer(7, 0, 2 * WINDOW));
    }

    /** Strings 0 to 3 are of one inverter; the lower median of four is the second. */
    private static List<String> window(long start, long first, long others) {
        return List.of(
                yielding(0, start, Long.toString(first)),
                yielding(1, start, Long.toString(others)),
                yielding(2, start, Long.toString(others + 5)),
                yielding(3, start, Long.toString(others + 9)));
    }

    private static List<Alert> openString(long first, long others) {
        List<String> rows = new ArrayList<>(window(0, first, others));
        rows.addAll(window(5 * MINUTE, first, others));
        return RuleBook.alerts("Q3", rows, plant());
    }

    @Test
    void openString_yieldsAtMostTwoPercentOfTheLowerMedian() {
        assertThat(openString(2_000_000, 100_000_000))
                .containsExactly(new Alert(
                        MonitoringRule.R3,
                        string(0),
                        FaultType.OPEN_STRING,
                        0,
                        10 * MINUTE,
                        10 * MINUTE));
        assertThat(openString(2_000_001, 100_000_000)).isEmpty();
    }

    @Test
    void openString_needsAMedianOfATenthOfRated() {
        assertThat(openString(0, LEAST_MEDIAN)).hasSize(1);
        assertThat(openString(0, LEAST_MEDIAN - 1)).isEmpty();
    }

    @Test
    void openString_needsTwoWindowsInARow() {
        List<String> rows = new ArrayList<>(window(0, 0, 100_000_000));
        rows.addAll(window(10 * MINUTE, 0, 100_000_000));

        assertThat(RuleBook.alerts("Q3", rows, plant())).isEmpty();
    }

    @Test
    void openString_ofAStringWithoutEnergyIsUnknownAndNoPeer() {
        // With string 0 as a zero the median would be too low for string 1.
        List<String> rows = new ArrayList<>();
        for (long start : new long[] {0, 5 * MINUTE}) {
            rows.add(yielding(0, start, ""));
            rows.add(yielding(1, start, "0"));
            rows.add(yielding(2, start, "100000000"));
            rows.add(yielding(3, start, "100000000"));
        }

        assertThat(RuleBook.alerts("Q3", rows, plant()))
                .extracting(Alert::asset)
                .containsExactly(string(1));
    }

    @Test
    void silence_lastsUntilTheReadingThatEndsIt() {
        assertThat(alerts("Q6", silent(7, HOUR), resumed(7, 2 * HOUR, HOUR)))
                .containsExactly(new Alert(
                        MonitoringRule.R7,
                        panel(7),
                        FaultType.COMM_GAP,
                        HOUR,
                        2 * HOUR,
                        HOUR + 3 * MINUTE));
    }

    @Test
    void silence_thatNothingEndsLastsAsLongAsTheRun() {
        assertThat(alerts("Q6", silent(7, HOUR), resumed(8, 2 * HOUR, HOUR)))
                .extracting(Alert::endMillis)
                .containsExactly(12 * HOUR);
    }

    @Test
    void application_servesAllRulesFromRowsBehindTheirNumbers() {
        List<String> rows = new ArrayList<>();
        lagging(7, 0, 3 * WINDOW).forEach(row -> rows.add("5," + row));
        window(0, 0, 100_000_000).forEach(row -> rows.add("3," + row));
        window(5 * MINUTE, 0, 100_000_000).forEach(row -> rows.add("3," + row));
        rows.add("6," + silent(9, HOUR));
        rows.add("0,2,0,8,0,17");

        assertThat(RuleBook.alerts("M", rows, plant()))
                .extracting(Alert::rule)
                .containsExactly(MonitoringRule.R1, MonitoringRule.R3, MonitoringRule.R7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "1,7",
                "1,99,3600000,3780000",
                "1,99999999999,3600000,3780000",
                "1,7,-9223372036854775808,1",
                "1,7,9223372036854775807,1",
                "1,7,99999999999999999999,1"
            })
    void rows_thatNoRightEngineWritesGiveNoAlert(String row) {
        assertThat(alerts("Q6", row)).isEmpty();
        assertThat(alerts("Q5", row, row)).isEmpty();
        assertThat(alerts("Q3", row, row)).isEmpty();
        assertThat(alerts("M", row, "6," + row, "5," + row, "3," + row)).isEmpty();
    }
}
