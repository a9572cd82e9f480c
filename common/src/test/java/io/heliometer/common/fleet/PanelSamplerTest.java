package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.math.CounterRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelSamplerTest {
    private static final int DEVICES = 1010;
    private static final int TICKS_PER_DAY = 1440;
    /** 2026-06-21T00:00:00Z. */
    private static final long MIDSUMMER = 29_700_000;
    /** 2026-12-21T00:00:00Z. */
    private static final long MIDWINTER = MIDSUMMER + 183L * TICKS_PER_DAY;
    /**
     * Of the samples of seed 1. It changes with the physics: results before and after cannot be
     * compared.
     */
    private static final long PINNED_DIGEST = 8661351308989011770L;

    @Test
    void sample_staysWithinWhatValidationAccepts() {
        PanelSampler sampler = Fleet.of(new FleetSpec(5, DEVICES)).newSampler();

        for (long start : new long[] {MIDSUMMER, MIDWINTER}) {
            for (long tick = start; tick < start + TICKS_PER_DAY; tick += 3) {
                for (int device = 0; device < DEVICES; device += 7) {
                    sampler.sample(device, tick);
                    assertThat(sampler.voltageMilliVolts()).isBetween(0, 50_260 * 11 / 10);
                    assertThat(sampler.currentMilliAmperes()).isBetween(0, 15_980 * 136 / 100);
                    assertThat(sampler.temperatureCentiCelsius()).isBetween(-3_000, 10_000);
                }
            }
        }
    }

    @Test
    void sample_isDarkAtNightAndBrightByDay() {
        Fleet fleet = Fleet.of(new FleetSpec(6, DEVICES));
        PanelSampler sampler = fleet.newSampler();

        for (int site = 0; site <= 5; site++) {
            for (long tick = MIDSUMMER; tick < MIDSUMMER + TICKS_PER_DAY; tick++) {
                Site place = Site.of(6, site);
                double elevation = SolarPosition.at(
                                tick * 60.0, place.latitudeDegrees(), place.longitudeDegrees())
                        .elevationDegrees();
                sampler.sample(site * 200, tick);
                if (elevation < -0.7) {
                    assertThat(sampler.voltageMilliVolts()).isZero();
                    assertThat(sampler.currentMilliAmperes()).isZero();
                } else if (elevation > 12) {
                    assertThat(sampler.voltageMilliVolts()).isGreaterThan(25_000);
                    assertThat(sampler.currentMilliAmperes()).isGreaterThan(20);
                }
            }
        }
    }

    @Test
    void sample_turnsVoltageAndCurrentOnTogether() {
        PanelSampler sampler = Fleet.of(new FleetSpec(6, DEVICES)).newSampler();

        for (long tick = MIDSUMMER; tick < MIDSUMMER + TICKS_PER_DAY; tick++) {
            sampler.sample(0, tick);
            assertThat(sampler.voltageMilliVolts() == 0)
                    .isEqualTo(sampler.currentMilliAmperes() == 0);
        }
    }

    @Test
    void sample_yieldsWhatTheIrradianceAllows() {
        Fleet fleet = Fleet.of(new FleetSpec(8, 200));
        PanelSampler sampler = fleet.newSampler();

        for (long tick = MIDSUMMER; tick < MIDSUMMER + TICKS_PER_DAY; tick++) {
            double irradiance = fleet.state(0, tick)
                    .irradiance(fleet.layout().eastMetres(4), fleet.layout().northMetres(4));
            for (int device = 80; device < 100; device++) {
                sampler.sample(device, tick);
                double watts =
                        sampler.voltageMilliVolts() / 1e3 * (sampler.currentMilliAmperes() / 1e3);
                assertThat(watts).isLessThanOrEqualTo(irradiance / 1000 * 650.044 * 1.1);
                if (irradiance > 200 && fleet.inverter(0, tick).status() == InverterSample.MPPT) {
                    assertThat(watts).isGreaterThan(irradiance / 1000 * 650.044 * 0.65);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7, 4_711})
    void sample_doesNotDependOnTheOrderOfCalls(long seed) {
        Fleet fleet = Fleet.of(new FleetSpec(seed, DEVICES));
        long[] inOrder = samples(fleet);
        PanelSampler sampler = fleet.newSampler();

        for (int i = 0; i < inOrder.length; i++) {
            int shuffled = (int) ((i * 7_919L + 13) % inOrder.length);
            assertThat(sampleAt(sampler, shuffled)).isEqualTo(inOrder[shuffled]);
        }
    }

    @Test
    void sample_isTheSameInAnEqualFleetAndInALargerOne() {
        long[] one = samples(Fleet.of(new FleetSpec(1, DEVICES)));
        long[] equal = samples(Fleet.of(new FleetSpec(1, DEVICES)));
        long[] larger = samples(Fleet.of(new FleetSpec(1, 2 * DEVICES)));

        assertThat(equal).isEqualTo(one);
        for (int i = 0; i < one.length; i++) {
            // The last site is not full: its smaller inverter may clip at another moment.
            if (i % DEVICES < DEVICES / 200 * 200) {
                assertThat(larger[i]).isEqualTo(one[i]);
            }
        }
    }

    @Test
    void sample_differsBetweenSeeds() {
        long[] one = samples(Fleet.of(new FleetSpec(1, DEVICES)));
        long[] other = samples(Fleet.of(new FleetSpec(2, DEVICES)));

        int equal = 0;
        for (int i = 0; i < one.length; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        assertThat(equal).isLessThan(one.length / 100);
    }

    @Test
    void sample_neverChangesUnnoticed() {
        long digest = 0;
        for (long sample : samples(Fleet.of(new FleetSpec(1, DEVICES)))) {
            digest = CounterRandom.mix(digest ^ sample);
        }

        assertThat(digest).isEqualTo(PINNED_DIGEST);
    }

    @Test
    void sample_rejectsAnUnknownPanel() {
        PanelSampler sampler = Fleet.of(new FleetSpec(1, 20)).newSampler();

        assertThatThrownBy(() -> sampler.sample(20, MIDSUMMER))
                .hasMessage("device must be within 0..19, was 20");
        assertThatThrownBy(() -> sampler.sample(-1, MIDSUMMER))
                .hasMessage("device must be within 0..19, was -1");
    }

    /**
     * Panels of a healthy string stay within 15 % of their median: peer comparison must stay
     * silent.
     */
    @Test
    void sample_keepsThePanelsOfAStringTogether() {
        PanelSampler sampler = Fleet.of(new FleetSpec(9, 2000)).newSampler();

        for (int string = 0; string < 100; string++) {
            double[] energy = new double[20];
            for (int panel = 0; panel < 20; panel++) {
                for (long tick = MIDSUMMER + 720; tick < MIDSUMMER + 735; tick++) {
                    sampler.sample(string * 20 + panel, tick);
                    energy[panel] +=
                            (double) sampler.voltageMilliVolts() * sampler.currentMilliAmperes();
                }
            }
            Arrays.sort(energy);
            assertThat(energy[0]).isGreaterThan(0.9 * energy[9]);
            assertThat(energy[19]).isLessThan(1.1 * energy[9]).isGreaterThan(1.005 * energy[9]);
        }
    }

    /** 20 200 samples: every panel at 20 ticks of a midsummer's day. */
    private static long[] samples(Fleet fleet) {
        PanelSampler sampler = fleet.newSampler();
        long[] samples = new long[20 * DEVICES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sampleAt(sampler, i);
        }
        return samples;
    }

    private static long sampleAt(PanelSampler sampler, int index) {
        sampler.sample(index % DEVICES, MIDSUMMER + 60L * (index / DEVICES) + index / DEVICES);
        return ((long) sampler.voltageMilliVolts() << 40)
                ^ ((long) sampler.currentMilliAmperes() << 20)
                ^ sampler.temperatureCentiCelsius();
    }
}
