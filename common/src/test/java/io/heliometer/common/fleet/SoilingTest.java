package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoilingTest {
    private static final Soiling SOILING = new Soiling(1, 3, new SkyChain(1, 3));
    private static final long FIRST_DAY = 20_600;

    /** Kimber: a grace of 14 days, then 0.0015 a day, at most 0.3. */
    @ParameterizedTest
    @CsvSource({"0, 0", "14, 0", "15, 0.0015", "34, 0.03", "214, 0.3", "900, 0.3"})
    void loss_growsAfterTheGraceUpToItsMost(double days, double loss) {
        assertThat(Soiling.loss(days)).isCloseTo(loss, within(1e-12));
    }

    @Test
    void loss_isGoneWhenItRainsOrPanelsAreWashed() {
        int cleanings = 0;
        for (long day = FIRST_DAY; day < FIRST_DAY + 730; day++) {
            for (long tick : new long[] {SOILING.rainTick(day), SOILING.washTick(day)}) {
                if (tick != Soiling.NEVER) {
                    assertThat(SOILING.loss(tick)).isZero();
                    cleanings++;
                }
            }
        }
        assertThat(cleanings).isBetween(10, 400);
    }

    @Test
    void loss_neverJumpsUp() {
        double before = SOILING.loss(FIRST_DAY * 1440);
        for (long tick = FIRST_DAY * 1440; tick < (FIRST_DAY + 400) * 1440; tick += 60) {
            double loss = SOILING.loss(tick);
            assertThat(loss - before).isLessThan(0.0001);
            before = loss;
        }
    }

    @Test
    void snow_coversOnColdMorningsOnlyAndSlidesOff() {
        Site site = Site.of(1, 3);
        Snow snow = new Snow(1, 3, site, new Air(1, 3, site));
        int mornings = 0;
        for (long day = FIRST_DAY; day < FIRST_DAY + 365; day++) {
            double before = 1;
            for (long tick = day * 1440; snow.fellOn(day) && tick < day * 1440 + 1440; tick++) {
                assertThat(snow.coverage(tick)).isBetween(0.0, before);
                before = snow.coverage(tick);
            }
            mornings += snow.fellOn(day) ? 1 : 0;
        }
        assertThat(mornings).isBetween(0, 40);
        // 2026-06-21 and a fortnight around it.
        for (long day = 20_618; day < 20_632; day++) {
            assertThat(snow.coverage(day * 1440 + 720)).isZero();
        }
    }
}
