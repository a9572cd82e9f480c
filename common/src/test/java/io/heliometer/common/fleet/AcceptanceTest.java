package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliometer.common.model.Horizon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What no plant can break: bounds, conservation, and the yields of measured plants. */
class AcceptanceTest {
    private static final int TICKS_PER_DAY = 1440;
    /** 2026-06-21T00:00:00Z. */
    private static final long MIDSUMMER = 29_700_000;
    /** 2026-12-21T00:00:00Z. */
    private static final long MIDWINTER = MIDSUMMER + 183L * TICKS_PER_DAY;

    private static final int YEAR_STEP = 37;
    private static final Path RECORDED_DAY =
            Path.of("..", "..", "shared", "data", "sandia_baseline6kW_2015_11_11_1min.dat.gz");

    private static Fleet failing(long startTick) {
        long period = Fleet.SAMPLING_PERIOD_MILLIS;
        return Fleet.of(
                new FleetSpec(11, 2_000, 400, 0),
                new Horizon(startTick * period, (startTick + TICKS_PER_DAY) * period));
    }

    @Test
    void irradiance_closesForEverySkyAndSun() {
        for (double cosZenith = 0.06; cosZenith <= 1; cosZenith += 0.01) {
            for (double global = 10; global <= 1_300; global += 30) {
                double diffuse = Transposition.diffuse(global, cosZenith, 1_361);
                double direct = Transposition.direct(global, diffuse, cosZenith);
                assertThat(diffuse + direct * cosZenith).isCloseTo(global, within(1e-9));
                assertThat(diffuse).isBetween(0.0, global);
            }
        }
    }

    @Test
    void point_staysOnTheCurveOfItsModule() {
        for (long start : new long[] {MIDSUMMER, MIDWINTER}) {
            PanelSampler sampler = failing(start).newSampler();
            for (long tick = start; tick < start + TICKS_PER_DAY; tick += 11) {
                for (int device = 0; device < 2_000; device++) {
                    OperatingPoint point = sampler.point(device, tick);
                    InverterState inverter = sampler.inverterState();
                    int string = Layout.string(device) % Layout.STRINGS_PER_INVERTER;
                    if (!inverter.isAwake(string)) {
                        assertThat(point.watts()).isZero();
                        continue;
                    }
                    double isc = Fleet.MODULE.shortCircuitAmperes(
                            inverter.g(string), inverter.site().moduleCelsius());
                    assertThat(point.volts).isBetween(0.0, 1.02 * inverter.openVolts(string));
                    assertThat(point.amperes).isBetween(0.0, 1.05 * isc);
                }
            }
        }
    }

    @Test
    void inverter_neverGivesMoreThanItsPanelsDo() {
        for (long start : new long[] {MIDSUMMER, MIDWINTER}) {
            Fleet fleet = failing(start);
            for (int inverter = 0; inverter < fleet.inverters(); inverter++) {
                double rated = fleet.inverterType(inverter).pac0Watts() * 1000;
                for (long tick = start; tick < start + TICKS_PER_DAY; tick += 3) {
                    InverterSample sample = fleet.inverter(inverter, tick);
                    assertThat(sample.acPowerMilliWatts()).isBetween(0, sample.dcPowerMilliWatts());
                    assertThat((double) sample.acPowerMilliWatts())
                            .isLessThanOrEqualTo(rated * sample.limitPpm() / 1e6 + 1);
                }
            }
        }
    }

    /** Without a limit the inverter's DC power is the sum over its panels, faulty ones included. */
    @Test
    void inverter_sumsItsPanels() {
        Fleet fleet = failing(MIDSUMMER);
        PanelSampler sampler = fleet.newSampler();
        int compared = 0;

        for (long tick = MIDSUMMER + 360; tick < MIDSUMMER + 1_080; tick += 20) {
            for (int inverter = 0; inverter < fleet.inverters(); inverter++) {
                InverterSample sample = fleet.inverter(inverter, tick);
                if (sample.status() == InverterSample.MPPT) {
                    double sum = 0;
                    for (int device = inverter * 200; device < inverter * 200 + 200; device++) {
                        sum += sampler.point(device, tick).watts();
                    }
                    assertThat(sample.dcPowerMilliWatts() / 1e3).isCloseTo(sum, within(0.01));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void limit_movesPanelsToHigherVoltageAndLowerCurrent() {
        Fleet fleet = Fleet.of(new FleetSpec(1, 2_000));
        PanelSampler sampler = fleet.newSampler();
        int limited = 0;

        for (long tick = MIDSUMMER + 480; tick < MIDSUMMER + 960; tick++) {
            InverterSample sample = fleet.inverter(0, tick);
            if (sample.status() == InverterSample.THROTTLED) {
                sampler.sample(0, tick);
                InverterState state = sampler.inverterState();
                double celsius = state.site().moduleCelsius();
                double g = state.g(0);
                assertThat(state.volts(0))
                        .isGreaterThan(Fleet.MODULE.maximumPowerVolts(g, LogTable.ln(g), celsius))
                        .isLessThan(state.openVolts(0));
                assertThat(state.amperes(0))
                        .isLessThan(Fleet.MODULE.maximumPowerAmperes(g, celsius));
                limited++;
            }
        }
        assertThat(limited).isPositive();
    }

    /** Measured plants give 800..2200 kWh per kWp and year at a performance ratio of 0.7..0.9. */
    @Test
    void healthyFleet_yieldsWhatMeasuredPlantsDo() {
        Fleet fleet = Fleet.of(new FleetSpec(7, 1_600));
        double ratedKilowatts = 200 * ModuleType.DEFAULT.ratedWatts() / 1e3;

        for (int site = 0; site < 8; site++) {
            double kilowattHours = 0;
            double sunHours = 0;
            for (long tick = MIDSUMMER; tick < MIDSUMMER + 365 * TICKS_PER_DAY; tick += YEAR_STEP) {
                double hours = YEAR_STEP / 60.0;
                kilowattHours += fleet.inverter(site, tick).acPowerMilliWatts() / 1e6 * hours;
                sunHours += fleet.state(site, tick).irradiance(0, 0) / 1e3 * hours;
            }
            double specificYield = kilowattHours / ratedKilowatts;
            assertThat(specificYield).isBetween(800.0, 2200.0);
            assertThat(specificYield / sunHours).isBetween(0.7, 0.9);
        }
    }

    /**
     * The module and the inverter under a recorded day's sun and temperature. Of two systems of 6
     * kW one string each is open all day, so 6 kW are left.
     */
    @Test
    void chain_givesTheEnergyOfARecordedDay() throws IOException {
        assumeTrue(Files.exists(RECORDED_DAY), () -> "skipped: no recorded day at " + RECORDED_DAY);
        double scale = 6_000 / ModuleType.DEFAULT.ratedWatts();
        Inverter inverter = new Inverter(6_000, Inverter.NOMINAL_EFFICIENCY);
        double measured = 0;
        double modelled = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RECORDED_DAY)),
                StandardCharsets.US_ASCII))) {
            lines.readLine();
            List<String> names =
                    Arrays.asList(lines.readLine().replace("\"", "").split(",", -1));
            int irradiance = names.indexOf("POAIrrad1_Avg");
            int celsius = names.indexOf("ModTemp1_Avg");
            int first = names.indexOf("Sys1Wac_Avg");
            int second = names.indexOf("Sys2Wac_Avg");
            lines.readLine();
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                double g = Double.parseDouble(cells[irradiance]) / 1000;
                if (g > 0.001) {
                    double cell = Double.parseDouble(cells[celsius]);
                    double dc = Fleet.MODULE.maximumPowerAmperes(g, cell)
                            * Fleet.MODULE.maximumPowerVolts(g, LogTable.ln(g), cell)
                            * scale;
                    modelled += inverter.pacWatts(dc);
                    measured +=
                            Double.parseDouble(cells[first]) + Double.parseDouble(cells[second]);
                }
            }
        }

        assertThat(modelled / measured).isBetween(0.85, 1.15);
    }
}
