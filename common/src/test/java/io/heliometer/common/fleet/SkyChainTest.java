package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkyChainTest {
    private static final int DAYS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mean_visitsEverySkyAndMovesGently(long seed) {
        SkyChain chain = new SkyChain(seed, 0);
        int clear = 0;
        int overcast = 0;
        double before = chain.mean(-1);
        for (long tick = 0; tick < DAYS * 1440L; tick++) {
            double mean = chain.mean(tick);
            assertThat(mean).isBetween(0.15, KcMarginal.CLOUDLESS);
            assertThat(Math.abs(mean - before)).isLessThan(0.016);
            clear += mean >= 0.95 ? 1 : 0;
            overcast += mean <= 0.4 ? 1 : 0;
            before = mean;
        }

        assertThat(clear / (DAYS * 1440.0)).isBetween(0.15, 0.5);
        assertThat(overcast / (DAYS * 1440.0)).isBetween(0.1, 0.45);
    }

    @Test
    void mean_differsBetweenSites() {
        assertThat(new SkyChain(1, 0).mean(720)).isNotEqualTo(new SkyChain(1, 1).mean(720));
    }
}
