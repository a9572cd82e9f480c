package io.heliometer.common.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.heliometer.common.testkit.Seeds;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CounterRandomTest {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final int DRAWS = 10_000;

    /** The published first outputs of SplitMix64 seeded with 1234567. */
    @ParameterizedTest
    @CsvSource({"1, 6457827717110365317", "2, 3203168211198807973", "3, -8629252141511181193"})
    void mix_isSplitMix64(long step, long expected) {
        assertThat(CounterRandom.mix(1_234_567 + step * GOLDEN_GAMMA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void bits_dependOnEveryCoordinate(long seed) {
        long draw = CounterRandom.bits(seed, 3, 5, 7);

        assertThat(CounterRandom.bits(seed, 3, 5, 7)).isEqualTo(draw);
        assertThat(Set.of(
                        draw,
                        CounterRandom.bits(seed + 1, 3, 5, 7),
                        CounterRandom.bits(seed, 4, 5, 7),
                        CounterRandom.bits(seed, 3, 6, 7),
                        CounterRandom.bits(seed, 3, 5, 8),
                        CounterRandom.bits(seed, 5, 3, 7)))
                .hasSize(6);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void bits_doNotRepeatOnAGrid(long seed) {
        Set<Long> drawn = new HashSet<>();
        for (int entity = 0; entity < 100; entity++) {
            for (int tick = 0; tick < 100; tick++) {
                drawn.add(CounterRandom.bits(seed, entity, tick, 0));
            }
        }
        assertThat(drawn).hasSize(DRAWS);
    }

    @Test
    void unit_includesZeroAndExcludesOne() {
        assertThat(CounterRandom.unit(0)).isEqualTo(0.0);
        assertThat(CounterRandom.unit(-1)).isEqualTo(Math.nextDown(1.0));
    }

    /** Four standard errors of the mean of 10 000 uniform draws: 4 * sqrt(1/12 / 10000). */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void unit_hasTheMeanOfAUniform(long seed) {
        double sum = 0;
        for (int tick = 0; tick < DRAWS; tick++) {
            sum += CounterRandom.unit(CounterRandom.bits(seed, 1, tick, 2));
        }
        assertThat(sum / DRAWS).isCloseTo(0.5, within(0.0116));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000_000, Integer.MAX_VALUE})
    void below_reachesZeroAndStaysBelowItsBound(int bound) {
        assertThat(CounterRandom.below(0, bound)).isZero();
        assertThat(CounterRandom.below(-1, bound)).isEqualTo(bound - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void below_rejectsABoundBelowOne(int bound) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CounterRandom.below(1, bound))
                .withMessage("bound must be >= 1, was " + bound);
    }
}
