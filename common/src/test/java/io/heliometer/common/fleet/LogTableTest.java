package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogTableTest {
    @Test
    void ln_isCloseToTheLogarithm() {
        for (double x = 1e-4; x < 3; x += 1.7e-4) {
            assertThat(LogTable.ln(x)).isCloseTo(StrictMath.log(x), within(1.3e-7));
        }
    }

    @Test
    void ln_isExactlyZeroAtOne() {
        assertThat(LogTable.ln(1)).isZero();
    }
}
