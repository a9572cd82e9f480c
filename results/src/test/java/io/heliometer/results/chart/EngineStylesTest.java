package io.heliometer.results.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineStylesTest {
    @Test
    void style_ofAKnownEngineDoesNotDependOnTheOthers() {
        assertThat(EngineStyles.of(List.of("spark")).style("spark"))
                .isEqualTo(EngineStyles.of(List.of("flink", "spark", "samza")).style("spark"));
    }

    @Test
    void style_differsInColourMarkerAndDash() {
        List<String> engines =
                List.of("flink", "kstreams", "spark", "kinesis", "samza", "storm", "other");
        EngineStyles styles = EngineStyles.of(engines);
        List<EngineStyle> all = engines.stream().map(styles::style).toList();

        assertThat(Stream.of(
                        all.stream().map(EngineStyle::colour).distinct().count(),
                        all.stream().map(EngineStyle::marker).distinct().count(),
                        all.stream().map(EngineStyle::dash).distinct().count()))
                .containsOnly(7L);
    }

    /** WCAG 2.1, success criterion 1.4.11: graphics want a contrast of 3 to 1. */
    @ParameterizedTest
    @ValueSource(strings = {"flink", "kstreams", "spark", "kinesis"})
    void style_ofAKnownEngineStandsOutFromBothPapers(String engine) {
        double colour = luminance(EngineStyles.of(List.of(engine)).style(engine).colour());

        assertThat(contrast(colour, luminance("#ffffff"))).isGreaterThan(3);
        assertThat(contrast(colour, luminance("#0d1117"))).isGreaterThan(3);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour.substring(1, 3))
                + 0.7152 * linear(colour.substring(3, 5))
                + 0.0722 * linear(colour.substring(5, 7));
    }

    private static double linear(String hex) {
        double share = Integer.parseInt(hex, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void style_ofAnotherRunsEngineIsRefused() {
        assertThatThrownBy(() -> EngineStyles.of(List.of("flink")).style("spark"))
                .hasMessage("engine must be one of [flink], was spark");
    }
}
