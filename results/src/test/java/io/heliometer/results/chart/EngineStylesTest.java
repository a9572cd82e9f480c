package io.heliometer.results.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

    @Test
    void style_ofAnotherRunsEngineIsRefused() {
        assertThatThrownBy(() -> EngineStyles.of(List.of("flink")).style("spark"))
                .hasMessage("engine must be one of [flink], was spark");
    }
}
