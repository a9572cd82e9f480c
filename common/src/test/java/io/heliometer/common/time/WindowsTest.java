package io.heliometer.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heliometer.common.testkit.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowsTest {
    private static final long SIZE = Windows.FIVE_MINUTES_MILLIS;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "299999, 0",
        "300000, 300000",
        "-1, -300000",
        "-300000, -300000",
        "-300001, -600000"
    })
    void startOf_includesTheStartAndExcludesTheEnd(long timeMillis, long expected) {
        assertThat(Windows.startOf(timeMillis, SIZE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void startOf_givesTheAlignedWindowThatHoldsTheTime(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            long time = random.nextLong() >> 16;
            long start = Windows.startOf(time, SIZE);

            assertThat(time).isBetween(start, start + SIZE - 1);
            assertThat(start % SIZE).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void startOf_rejectsASizeBelowOne(long sizeMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Windows.startOf(0, sizeMillis))
                .withMessage("sizeMillis must be >= 1, was " + sizeMillis);
    }

    @Test
    void isClosed_onceTheLastMillisecondHasPassed() {
        assertThat(Windows.isClosed(0, SIZE, SIZE - 2)).isFalse();
        assertThat(Windows.isClosed(0, SIZE, SIZE - 1)).isTrue();
    }

    /** What the oracle relies on: closed once max event time has reached end + L. */
    @Test
    void isClosed_byTheWatermarkOfEndPlusLateness() {
        long closing = SIZE + Lateness.SPEC.allowedMillis();

        assertThat(Windows.isClosed(0, SIZE, Lateness.SPEC.watermarkMillis(closing - 1)))
                .isFalse();
        assertThat(Windows.isClosed(0, SIZE, Lateness.SPEC.watermarkMillis(closing)))
                .isTrue();
    }
}
