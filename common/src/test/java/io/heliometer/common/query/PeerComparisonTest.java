package io.heliometer.common.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.testkit.RandomReadings;
import io.heliometer.common.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PeerComparisonTest {
    private static final int TAU_SECONDS = 60;
    private static final long RATED = 400_000;
    private static final long LEAST_MEDIAN = 72_000_000;

    /** Few event times and sequences, so that both ties occur; ratings differ even in a tie. */
    private static List<PanelTotals> singletons(long seed) {
        Random random = new Random(seed);
        List<PanelTotals> totals = new ArrayList<>();
        RandomReadings.of(seed, 60).forEach(reading -> {
            PanelReading near = new PanelReading(
                    7,
                    random.nextInt(3),
                    random.nextInt(3),
                    200,
                    reading.voltageMilliVolts(),
                    reading.currentMilliAmperes(),
                    reading.temperatureCentiCelsius(),
                    0,
                    false);
            totals.add(PanelTotals.EMPTY.plus(near, 300_000 + random.nextInt(3), TAU_SECONDS));
        });
        return totals;
    }

    private static PanelTotals sum(List<PanelTotals> totals) {
        return totals.stream().reduce(PanelTotals.EMPTY, PanelTotals::merge);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void merge_isAssociative(long seed) {
        List<PanelTotals> all = singletons(seed);
        PanelTotals a = sum(all.subList(0, 1));
        PanelTotals b = sum(all.subList(1, 25));
        PanelTotals c = sum(all.subList(25, 60));

        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void merge_isCommutative(long seed) {
        List<PanelTotals> all = singletons(seed);
        for (int i = 1; i < all.size(); i++) {
            PanelTotals one = all.get(i - 1);
            PanelTotals other = all.get(i);

            assertThat(one.merge(other)).isEqualTo(other.merge(one));
        }
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void merge_hasEmptyAsIdentity(long seed) {
        assertThat(singletons(seed)).allSatisfy(totals -> {
            assertThat(totals.merge(PanelTotals.EMPTY)).isEqualTo(totals);
            assertThat(PanelTotals.EMPTY.merge(totals)).isEqualTo(totals);
        });
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void merge_isIndependentOfOrder(long seed) {
        List<PanelTotals> all = singletons(seed);
        PanelTotals inOrder = sum(all);
        Collections.shuffle(all, new Random(seed));

        assertThat(sum(all)).isEqualTo(inOrder);
    }

    @Test
    void plus_keepsTheRatingOfTheLastReadingWithPower() {
        PanelTotals totals = PanelTotals.EMPTY
                .plus(measured(2, 60_000, 34_000), 380_000, TAU_SECONDS)
                .plus(measured(1, 0, 34_000), RATED, TAU_SECONDS)
                .plus(measured(3, 120_000, PanelReading.ABSENT), 350_000, TAU_SECONDS);

        assertThat(totals.pdc0MilliWatts()).isEqualTo(380_000);
        assertThat(totals.count()).isEqualTo(2);
        assertThat(totals.energyMilliJoules()).isEqualTo(2 * 340_000 * 60);
    }

    @Test
    void plus_prefersTheHigherSequenceAtTheSameMoment() {
        PanelTotals totals = PanelTotals.EMPTY
                .plus(measured(9, 0, 34_000), 380_000, TAU_SECONDS)
                .plus(measured(8, 0, 34_000), RATED, TAU_SECONDS);

        assertThat(totals.pdc0MilliWatts()).isEqualTo(380_000);
    }

    private static PanelReading measured(long sequence, long eventTime, int voltage) {
        return new PanelReading(
                7, sequence, eventTime, eventTime + 100, voltage, 10_000, 2_500, 0, false);
    }

    private static Map<Integer, PanelTotals> panels(long... energies) {
        Map<Integer, PanelTotals> panels = new TreeMap<>();
        for (int device = 0; device < energies.length; device++) {
            panels.put(device, new PanelTotals(energies[device], 12, 0, 0, RATED));
        }
        return panels;
    }

    @ParameterizedTest
    @CsvSource({"850000, true", "850001, false", "-1, true"})
    void panel_lagsAtTheLimitAndBelow(long millionths, boolean lags) {
        Map<Integer, PanelTotals> panels =
                panels(100_000_000, 100_000_000, 100_000_000, 100_000_000, 100 * millionths);

        assertThat(PeerComparison.rows(3, 900_000, panels))
                .isEqualTo(
                        lags
                                ? List.of("3,900000,4," + 100 * millionths + ",100000000,0,"
                                        + millionths)
                                : List.of());
    }

    @Test
    void median_mustBeAFifthOfTheRatedEnergy() {
        long enough = LEAST_MEDIAN;

        assertThat(PeerComparison.rows(0, 0, panels(1, enough, enough, enough, enough)))
                .hasSize(1);
        assertThat(PeerComparison.rows(0, 0, panels(1, 1, enough - 1, enough, enough)))
                .isEmpty();
    }

    @Test
    void panels_mustBeFiveWithTwelveReadings() {
        long enough = 2 * LEAST_MEDIAN;
        Map<Integer, PanelTotals> panels = panels(1, enough, enough, enough, enough);
        assertThat(PeerComparison.rows(0, 0, panels)).hasSize(1);

        panels.put(1, new PanelTotals(enough, 11, 0, 0, RATED));
        assertThat(PeerComparison.rows(0, 0, panels)).isEmpty();
    }

    @Test
    void rows_standByDeviceAscending() {
        Map<Integer, PanelTotals> reversed = new TreeMap<>(Collections.reverseOrder());
        reversed.putAll(panels(1_000, 2_000, LEAST_MEDIAN, LEAST_MEDIAN, LEAST_MEDIAN));

        assertThat(PeerComparison.rows(0, 0, reversed))
                .containsExactly("0,0,0,1000,72000000,0,14", "0,0,1,2000,72000000,0,28");
    }
}
