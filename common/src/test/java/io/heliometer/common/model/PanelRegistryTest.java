package io.heliometer.common.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PanelRegistryTest {
    private static Panel panel(int device, int string, int site) {
        return new Panel(
                device, string, site, site, 0, 400_000, 34_000, 11_765, 41_000, 12_400, -3_500, 0,
                1);
    }

    @Test
    void find_knowsOnlyWhatIsRegistered() {
        Panel panel = panel(3, 1, 0);
        PanelRegistry registry = new PanelRegistry(60_000, List.of(panel));

        assertThat(registry.find(3)).isEqualTo(panel);
        assertThat(registry.find(2)).isNull();
        assertThat(registry.find(4)).isNull();
        assertThat(registry.find(-1)).isNull();
        assertThat(registry.find(Integer.MAX_VALUE)).isNull();
    }

    @Test
    void emptyRegistry_knowsNothing() {
        PanelRegistry registry = new PanelRegistry(60_000, List.of());

        assertThat(registry.find(0)).isNull();
        assertThat(registry.sites()).isEmpty();
    }

    @Test
    void registry_countsStringsAndSortsSites() {
        PanelRegistry registry =
                new PanelRegistry(60_000, List.of(panel(0, 7, 9), panel(1, 7, 9), panel(2, 8, 4)));

        assertThat(registry.panelCount(7)).isEqualTo(2);
        assertThat(registry.panelCount(9)).isZero();
        assertThat(registry.sites()).containsExactly(4, 9);
    }

    @Test
    void device_mustBeRegisteredOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PanelRegistry(60_000, List.of(panel(1, 1, 1), panel(1, 2, 2))))
                .withMessage("device must be registered once, was twice: 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1_000, 999, 1_500})
    void samplingPeriod_mustBeWholeSeconds(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PanelRegistry(millis, List.of()))
                .withMessage(
                        "samplingPeriodMillis must be a positive multiple of 1000, was " + millis);
    }

    @Test
    void horizon_includesItsStartAndExcludesItsEnd() {
        Horizon horizon = new Horizon(100, 200);

        assertThat(horizon.contains(99)).isFalse();
        assertThat(horizon.contains(100)).isTrue();
        assertThat(horizon.contains(199)).isTrue();
        assertThat(horizon.contains(200)).isFalse();
        assertThat(horizon.lengthMillis()).isEqualTo(100);
    }

    @Test
    void horizon_mustNotBeEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Horizon(100, 100));
    }

    @Test
    void panel_namesTheFieldThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel(-1, 0, 0))
                .withMessage("device must be >= 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panel(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1))
                .withMessage("pdc0MilliWatts must be >= 1, was 0");
    }
}
