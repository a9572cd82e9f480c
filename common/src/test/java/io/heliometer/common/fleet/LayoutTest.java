package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "20, 100", "1010, 0", "1010, 100", "20000, 50", "20000, 100", "1000000, 150"
    })
    void layout_placesEveryPanelOnce(int devices, int skew) {
        Layout layout = new Layout(new FleetSpec(1, devices, 0, skew));
        int next = 0;

        for (int site = 0; site < layout.sites(); site++) {
            assertThat(layout.firstDeviceOfSite(site)).isEqualTo(next);
            assertThat(layout.endDeviceOfSite(site)).isGreaterThan(next);
            for (int inverter = layout.firstInverterOfSite(site);
                    inverter < layout.endInverterOfSite(site);
                    inverter++) {
                assertThat(layout.siteOfInverter(inverter)).isEqualTo(site);
                int first = layout.firstStringOfInverter(inverter);
                int end = layout.endStringOfInverter(inverter);
                assertThat(end - first).isBetween(1, Layout.STRINGS_PER_INVERTER);
                for (int string = first; string < end; string++) {
                    assertThat(layout.inverterOfString(string)).isEqualTo(inverter);
                    assertThat(layout.siteOfString(string)).isEqualTo(site);
                }
            }
            next = layout.endDeviceOfSite(site);
        }
        assertThat(next).isEqualTo(devices);
    }

    @Test
    void skew_makesTheFirstSitesLarge() {
        Layout layout = new Layout(new FleetSpec(1, 20_000, 0, 100));

        assertThat(size(layout, 0)).isBetween(3_000, 4_500);
        assertThat(size(layout, 1)).isBetween(1_500, 2_300);
        assertThat(size(layout, 99)).isBetween(20, 80);
        assertThat(layout.sites()).isEqualTo(100);
    }

    @Test
    void sites_areAboutAsWideAsTheyAreLong() {
        Layout layout = new Layout(new FleetSpec(1, 200_000, 0, 120));
        double east = 0;
        double north = 0;
        for (int string = 0; layout.siteOfString(string) == 0; string++) {
            east = Math.max(east, Math.abs(layout.eastMetres(string)));
            north = Math.max(north, Math.abs(layout.northMetres(string)));
        }

        assertThat(east / north).isBetween(0.7, 1.4);
    }

    @Test
    void spec_rejectsWhatIsOutOfRange() {
        assertThatThrownBy(() -> new FleetSpec(1, 20, -1, 0))
                .hasMessage("faultPercent must be >= 0, was -1");
        assertThatThrownBy(() -> new FleetSpec(1, 20, 0, 301))
                .hasMessage("skewHundredths must be within 0..300, was 301");
    }

    private static int size(Layout layout, int site) {
        return layout.endDeviceOfSite(site) - layout.firstDeviceOfSite(site);
    }
}
