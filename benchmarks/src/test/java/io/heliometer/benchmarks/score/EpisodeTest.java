package io.heliometer.benchmarks.score;

import static io.heliometer.benchmarks.score.SmallPlant.HOUR;
import static io.heliometer.benchmarks.score.SmallPlant.panel;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.FaultType;
import io.heliometer.results.run.MonitoringRule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EpisodeTest {
    private static Alert alert(int panel, long start, long end) {
        return new Alert(MonitoringRule.R1, panel(panel), FaultType.BYPASS_SHORT, start, end, end);
    }

    @Test
    void alerts_exactlyAnHourApartAreOneEpisode() {
        List<Episode> episodes =
                Episode.of(List.of(alert(1, 2 * HOUR, 3 * HOUR), alert(1, 0, HOUR)));

        assertThat(episodes).hasSize(1);
        assertThat(episodes.get(0).startMillis()).isZero();
        assertThat(episodes.get(0).endMillis()).isEqualTo(3 * HOUR);
    }

    @Test
    void alerts_aMillisecondFurtherApartAreTwo() {
        assertThat(Episode.of(List.of(alert(1, 0, HOUR), alert(1, 2 * HOUR + 1, 3 * HOUR))))
                .hasSize(2);
    }

    @Test
    void gap_countsFromTheLatestEndAndNotFromTheLastAlert() {
        assertThat(Episode.of(List.of(
                        alert(1, 0, 5 * HOUR),
                        alert(1, HOUR, 2 * HOUR),
                        alert(1, 6 * HOUR, 7 * HOUR))))
                .hasSize(1);
    }

    @Test
    void alerts_ofTwoPanelsOrTypesStayApart() {
        Alert silence = new Alert(MonitoringRule.R7, panel(1), FaultType.COMM_GAP, 0, HOUR, HOUR);

        assertThat(Episode.of(List.of(alert(1, 0, HOUR), alert(2, 0, HOUR), silence)))
                .hasSize(3);
    }

    @Test
    void episodes_ofNoAlertAreNone() {
        assertThat(Episode.of(List.of())).isEmpty();
    }
}
