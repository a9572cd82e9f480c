package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import org.junit.jupiter.api.Test;

class FleetTest {
    /** 2026-06-21T12:00:00Z. */
    private static final long NOON = 29_700_720;

    @Test
    void spec_rejectsAnEmptyFleet() {
        assertThatThrownBy(() -> new FleetSpec(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("devices must be >= 1, was 0");
    }

    @Test
    void registry_hangsTwentyPanelsOnAStringAndTenStringsOnASite() {
        PanelRegistry registry = Fleet.of(new FleetSpec(1, 1010)).registry();

        assertThat(registry.panels()).extracting(Panel::device).isSorted().hasSize(1010);
        assertThat(registry.sites()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(registry.panelCount(0)).isEqualTo(20);
        assertThat(registry.panelCount(50)).isEqualTo(10);
        assertThat(registry.samplingPeriodMillis()).isEqualTo(Fleet.SAMPLING_PERIOD_MILLIS);
        Panel last = registry.panels().get(1009);
        assertThat(last)
                .isEqualTo(new Panel(
                        1009, 50, 5, 5, 1, 650_044, 42_570, 15_270, 50_260, 15_980, -2_818, 0, 1));
    }

    @Test
    void registry_sharesSitesAmongFourRegionsInTurn() {
        PanelRegistry registry = Fleet.of(new FleetSpec(1, 1800)).registry();

        assertThat(registry.panels())
                .allSatisfy(panel -> assertThat(panel.region()).isEqualTo(panel.site() % 4));
    }

    @Test
    void conditions_areDaylightEverywhereAtNoon() {
        Fleet fleet = Fleet.of(new FleetSpec(3, 20_000));

        for (int site = 0; site < 100; site++) {
            SiteConditions conditions = fleet.conditions(site, NOON);
            assertThat(conditions.irradianceMilliWattsPerSquareMetre())
                    .isBetween(20_000, 1_350_000);
            assertThat(conditions.windMilliMetresPerSecond()).isBetween(500, 6_500);
            assertThat(conditions.moduleTemperatureCentiCelsius())
                    .isBetween(conditions.ambientTemperatureCentiCelsius(), 9_500);
        }
    }

    @Test
    void conditions_changeSmoothlyInAirAndWind() {
        Fleet fleet = Fleet.of(new FleetSpec(4, 200));

        for (long tick = NOON; tick < NOON + 2 * 1440; tick++) {
            SiteConditions now = fleet.conditions(0, tick);
            SiteConditions next = fleet.conditions(0, tick + 1);
            assertThat(next.ambientTemperatureCentiCelsius() - now.ambientTemperatureCentiCelsius())
                    .isBetween(-10, 10);
            assertThat(next.windMilliMetresPerSecond() - now.windMilliMetresPerSecond())
                    .isBetween(-300, 300);
        }
    }

    /** Measured plants lie within 800..2200 kWh per kWp and year. */
    @Test
    void sample_yieldsACredibleYear() {
        PanelSampler sampler = Fleet.of(new FleetSpec(7, 1000)).newSampler();
        int step = 37;

        for (int site = 0; site < 5; site++) {
            double wattHours = 0;
            for (long tick = NOON; tick < NOON + 365 * 1440; tick += step) {
                sampler.sample(site * 200, tick);
                wattHours += sampler.voltageMilliVolts()
                        * 1e-6
                        * sampler.currentMilliAmperes()
                        * step
                        / 60;
            }
            assertThat(wattHours / 650.044).isBetween(800.0, 2200.0);
        }
    }

    @Test
    void conditions_rejectAnUnknownSite() {
        assertThatThrownBy(() -> Fleet.of(new FleetSpec(1, 200)).conditions(1, NOON))
                .hasMessage("site must be within 0..0, was 1");
    }
}
