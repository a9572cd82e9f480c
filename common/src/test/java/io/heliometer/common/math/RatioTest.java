package io.heliometer.common.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.testkit.Seeds;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RatioTest {
    private static final int DRAWS = 1_000;

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "7, 1, 7",
        "1, 2, 1",
        "1, 3, 0",
        "2, 3, 1",
        "3, 2, 2",
        "5, 2, 3",
        "499, 1000, 0",
        "500, 1000, 1"
    })
    void div_roundsHalfUp(long numerator, long denominator, long expected) {
        assertThat(Ratio.div(numerator, denominator)).isEqualTo(expected);
    }

    /** Half up means towards positive infinity, also below zero: -1.5 becomes -1. */
    @ParameterizedTest
    @CsvSource({
        "-1, 2, 0",
        "-3, 2, -1",
        "-5, 2, -2",
        "-1, 3, 0",
        "-2, 3, -1",
        "-7, 1, -7",
        "-501, 1000, -1"
    })
    void div_roundsNegativeHalvesUpToo(long numerator, long denominator, long expected) {
        assertThat(Ratio.div(numerator, denominator)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void div_rejectsADenominatorBelowOne(long denominator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.div(1, denominator))
                .withMessage("denominator must be >= 1, was " + denominator);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 1",
        "-9223372036854775808, 1",
        "4611686018427387904, 1",
        "4611686018427387903, 3",
        "1, 9223372036854775807"
    })
    void div_throwsWhereItWouldOverflow(long numerator, long denominator) {
        assertThatThrownBy(() -> Ratio.div(numerator, denominator))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void div_isExactAtItsLimit() {
        assertThat(Ratio.div(Long.MAX_VALUE / 2, 1)).isEqualTo(Long.MAX_VALUE / 2);
        assertThat(Ratio.div(Long.MIN_VALUE / 2, 1)).isEqualTo(Long.MIN_VALUE / 2);
    }

    /** n/d - 1/2 < q <= n/d + 1/2, written without division. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void div_isNearestAndTiesGoUp(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            long numerator = random.nextLong() >> (2 + random.nextInt(60));
            long denominator = 1 + (random.nextLong() >>> (3 + random.nextInt(58)));
            BigInteger twiceQuotient = BigInteger.valueOf(Ratio.div(numerator, denominator))
                    .multiply(BigInteger.valueOf(denominator))
                    .shiftLeft(1);
            BigInteger distance =
                    twiceQuotient.subtract(BigInteger.valueOf(numerator).shiftLeft(1));

            assertThat(distance)
                    .as("%d / %d", numerator, denominator)
                    .isGreaterThan(BigInteger.valueOf(-denominator))
                    .isLessThanOrEqualTo(BigInteger.valueOf(denominator));
        }
    }

    /** Adding whole denominators moves the quotient by as many: no drift around zero. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void div_isInvariantUnderWholeShifts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            long numerator = random.nextInt();
            long denominator = 1L + random.nextInt(1_000_000);
            long shift = random.nextInt(2_000) - 1_000L;

            assertThat(Ratio.div(numerator + shift * denominator, denominator))
                    .as("%d / %d shifted by %d", numerator, denominator, shift)
                    .isEqualTo(Ratio.div(numerator, denominator) + shift);
        }
    }

    @Test
    void ppm_isPartsPerMillion() {
        assertThat(Ratio.ppm(1, 3)).isEqualTo(333_333);
        assertThat(Ratio.ppm(2, 3)).isEqualTo(666_667);
        assertThat(Ratio.ppm(101, 100)).isEqualTo(1_010_000);
    }

    @Test
    void ppm_throwsWhereItWouldOverflow() {
        assertThatThrownBy(() -> Ratio.ppm(Long.MAX_VALUE / 1_000, 1))
                .isInstanceOf(ArithmeticException.class);
    }
}
