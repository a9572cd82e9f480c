package io.heliometer.common.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.testkit.RandomReadings;
import io.heliometer.common.testkit.Seeds;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StringRollupTest {
    private static final int TAU_SECONDS = 60;
    private static final int ABSENT = PanelReading.ABSENT;

    private static Totals of(List<PanelReading> readings) {
        Totals totals = Totals.EMPTY;
        for (PanelReading reading : readings) {
            totals = totals.plus(reading, TAU_SECONDS);
        }
        return totals;
    }

    private static List<PanelReading> readings(long seed) {
        return RandomReadings.of(seed, 90).collect(Collectors.toList());
    }

    private static PanelReading measured(int voltage, int current, int temperature) {
        return new PanelReading(1, 1, 0, 0, voltage, current, temperature, 0, false);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void merge_isAssociative(long seed) {
        List<PanelReading> all = readings(seed);
        Totals a = of(all.subList(0, 1));
        Totals b = of(all.subList(1, 40));
        Totals c = of(all.subList(40, 90));

        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void merge_isCommutative(long seed) {
        List<PanelReading> all = readings(seed);
        Totals a = of(all.subList(0, 30));
        Totals b = of(all.subList(30, 90));

        assertThat(a.merge(b)).isEqualTo(b.merge(a));
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void merge_hasEmptyAsIdentity(long seed) {
        Totals totals = of(readings(seed));

        assertThat(totals.merge(Totals.EMPTY)).isEqualTo(totals);
        assertThat(Totals.EMPTY.merge(totals)).isEqualTo(totals);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void plus_isTheMergeOfSingletons(long seed) {
        List<PanelReading> all = readings(seed);
        Totals merged = all.stream()
                .map(reading -> of(List.of(reading)))
                .reduce(Totals.EMPTY, Totals::merge);

        assertThat(of(all)).isEqualTo(merged);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void plus_isIndependentOfOrder(long seed) {
        List<PanelReading> all = readings(seed);
        Totals inOrder = of(all);
        Collections.shuffle(all, new Random(seed));

        assertThat(of(all)).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @CsvSource({
        "34000, 11765, 400010",
        "1, 499, 0",
        "1, 500, 1",
        "1, -500, 0",
        "1, -501, -1",
        "0, 9000, 0"
    })
    void power_isRoundedHalfUp(int voltage, int current, long expected) {
        assertThat(StringRollup.powerMilliWatts(measured(voltage, current, 0))).isEqualTo(expected);
    }

    @Test
    void row_holdsTheTotalsInTheOrderOfTheSpecification() {
        Totals totals = of(List.of(
                measured(34_000, 10_000, 2_500),
                measured(33_001, 10_000, -100),
                measured(35_000, ABSENT, ABSENT)));

        assertThat(totals.row(7, 300_000, 5))
                .isEqualTo("7,300000,3,1," + (340_000 + 330_010) * 60
                        + ",33001,35000,34000,2500,600000");
    }

    @Test
    void row_leavesWhatWasNeverMeasuredEmpty() {
        assertThat(of(List.of(measured(ABSENT, ABSENT, ABSENT))).row(7, 0, 5))
                .isEqualTo("7,0,1,1,,,,,,200000");
    }

    @Test
    void row_writesMeasuredZeros() {
        assertThat(of(List.of(measured(0, 0, 0))).row(7, 0, 1))
                .isEqualTo("7,0,1,0,0,0,0,0,0,1000000");
    }

    @Test
    void expectedCount_isPanelsTimesSamplesPerWindow() {
        assertThat(StringRollup.expectedCount(20, 60_000)).isEqualTo(100);
    }
}
