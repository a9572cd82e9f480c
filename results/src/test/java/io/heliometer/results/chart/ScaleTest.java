package io.heliometer.results.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void linear_endsAtARoundValue() {
        assertThat(Scale.linear(812_345, 0, 100).ticks())
                .containsExactly(0.0, 200_000.0, 400_000.0, 600_000.0, 800_000.0, 1_000_000.0);
    }

    @Test
    void linear_ofNothingIsStillAnAxis() {
        assertThat(Scale.linear(0, 0, 100).ticks()).startsWith(0.0).endsWith(1.0);
    }

    @Test
    void decades_holdBothEnds() {
        assertThat(Scale.decades(12, 480, 0, 100).ticks()).containsExactly(10.0, 100.0, 1_000.0);
    }

    @Test
    void decades_valuesOutsideStandAtTheEdge() {
        Scale scale = Scale.decades(1, 100, 20, 220);

        assertThat(scale.at(-5)).isEqualTo(20);
        assertThat(scale.at(10)).isEqualTo(120);
        assertThat(scale.at(1_000_000)).isEqualTo(220);
    }
}
