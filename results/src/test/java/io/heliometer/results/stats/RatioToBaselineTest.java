package io.heliometer.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioToBaselineTest {
    @Test
    void of_pairsWithinBlocks() {
        RatioToBaseline ratio = compare(2, 100);

        assertThat(ratio.median()).isEqualTo(2);
        assertThat(ratio.blockCount()).isEqualTo(1);
    }

    @Test
    void of_fewBlocksHaveNoIntervalAndShowNoDifference() {
        RatioToBaseline ratio = compare(2, 1, 2, 3, 4, 5);

        assertThat(ratio.interval()).isNull();
        assertThat(ratio.differenceShown()).isFalse();
    }

    @Test
    void of_sixEqualRatiosShowADifference() {
        RatioToBaseline ratio = compare(2, 1, 2, 3, 4, 5, 6);

        assertThat(ratio.differenceShown()).isTrue();
        assertThat(ratio.interval()).isNotNull().satisfies(interval -> {
            assertThat(interval.low()).isCloseTo(2, within(1e-9));
            assertThat(interval.high()).isCloseTo(2, within(1e-9));
        });
    }

    @Test
    void of_scatteredRatiosShowNone() {
        List<BlockValue> values = new ArrayList<>();
        double[] ratios = {0.5, 2, 0.8, 1.25, 0.9, 1.1};
        for (int i = 0; i < ratios.length; i++) {
            values.add(new BlockValue(i, "base", 1));
            values.add(new BlockValue(i, "other", ratios[i]));
        }

        RatioToBaseline ratio = RatioToBaseline.of("other", "base", values).orElseThrow();

        // By hand: mean log 0, sum of squared logs 1.0909, t(5) 2.571, half width 0.4901... e^0.49.
        assertThat(ratio.interval()).isNotNull().satisfies(interval -> {
            assertThat(interval.low()).isCloseTo(1 / interval.high(), within(0.01));
            assertThat(interval.high()).isCloseTo(1.63, within(0.01));
        });
        assertThat(ratio.differenceShown()).isFalse();
    }

    @Test
    void of_noBlockInCommonIsEmpty() {
        List<BlockValue> values =
                List.of(new BlockValue(1, "base", 1), new BlockValue(2, "other", 1));

        assertThat(RatioToBaseline.of("other", "base", values)).isEmpty();
    }

    private static RatioToBaseline compare(double factor, double... base) {
        List<BlockValue> values = new ArrayList<>();
        for (int i = 0; i < base.length; i++) {
            values.add(new BlockValue(i, "base", base[i]));
            values.add(new BlockValue(i, "other", factor * base[i]));
        }
        return RatioToBaseline.of("other", "base", values).orElseThrow();
    }
}
