package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverterTest {
    private static final Inverter INVERTER = new Inverter(100_000, 0.96);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.77, 1})
    void limit_isTheDcPowerThatGivesIt(double limit) {
        double pdc = INVERTER.pdcLimitWatts(limit);

        assertThat(INVERTER.pacWatts(pdc)).isCloseTo(limit * INVERTER.pac0Watts(), within(1e-6));
    }

    @Test
    void acPower_neverExceedsDcPowerNorTheRating() {
        for (double pdc = 0; pdc < 150_000; pdc += 100) {
            assertThat(INVERTER.pacWatts(pdc)).isBetween(0.0, Math.min(pdc, INVERTER.pac0Watts()));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 0.9, 1})
    void retreat_leavesTheShareAtHigherVoltageAndLowerCurrent(double share) {
        double headroom = 0.18;
        double x = Inverter.retreat(share, headroom);

        assertThat(x).isBetween(0.0, 1.0);
        assertThat((1 + headroom * x) * (1 - x)).isCloseTo(share, within(1e-12));
    }
}
