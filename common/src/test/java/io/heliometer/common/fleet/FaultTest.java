package io.heliometer.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.Horizon;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static final long PERIOD = Fleet.SAMPLING_PERIOD_MILLIS;
    /** 2026-06-21T09:00:00Z. */
    private static final long FIRST_TICK = 29_700_540;

    private static final Horizon QUARTER = horizon(15);
    private static final Horizon TWO_HOURS = horizon(120);
    private static final Fleet FLEET = Fleet.of(new FleetSpec(1, 20_000, 100, 0), TWO_HOURS);
    private static final List<FaultLabel> LABELS = FLEET.labels();

    private static Horizon horizon(int minutes) {
        return new Horizon(FIRST_TICK * PERIOD, (FIRST_TICK + minutes) * PERIOD);
    }

    @Test
    void faults_makeAboutOnePanelInAHundredLag() {
        PanelSampler faulty = FLEET.newSampler();
        PanelSampler healthy = FLEET.healthy().newSampler();
        int lagging = 0;

        for (int device = 0; device < 20_000; device++) {
            double expected = healthy.point(device, FIRST_TICK).watts();
            double actual = faulty.point(device, FIRST_TICK).watts();
            lagging += actual > 0.01 * expected && actual <= 0.85 * expected ? 1 : 0;
        }

        assertThat(lagging).isBetween(100, 240);
    }

    @Test
    void faults_leaveAllOtherPanelsAsTheyAre() {
        PanelSampler faulty = FLEET.newSampler();
        PanelSampler healthy = FLEET.healthy().newSampler();
        boolean[] touched = new boolean[20_000];
        LABELS.stream()
                .filter(label -> label.type().isFault())
                .forEach(label -> label.devices().forEach(device -> touched[device] = true));

        int compared = 0;
        for (int device = 0; device < 20_000; device++) {
            InverterSample inverter = FLEET.inverter(FLEET.layout().inverter(device), FIRST_TICK);
            if (!touched[device] && inverter.status() == InverterSample.MPPT) {
                assertThat(sample(faulty, device, FIRST_TICK))
                        .isEqualTo(sample(healthy, device, FIRST_TICK));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    /** Q0 must let every honest reading pass. */
    @Test
    void faults_stayWithinWhatValidationAccepts() {
        Horizon day = new Horizon((FIRST_TICK - 540) * PERIOD, (FIRST_TICK + 900) * PERIOD);
        PanelSampler sampler = Fleet.of(new FleetSpec(2, 2_000, 3_000, 0), day).newSampler();

        for (long tick = FIRST_TICK - 540; tick < FIRST_TICK + 900; tick += 7) {
            for (int device = 0; device < 2_000; device++) {
                sampler.sample(device, tick);
                assertThat(sampler.voltageMilliVolts()).isBetween(0, 50_260 * 12 / 10);
                assertThat(sampler.currentMilliAmperes()).isBetween(0, 15_980 * 14 / 10);
                assertThat(sampler.temperatureCentiCelsius()).isBetween(-4_000, 11_000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyLargerRun_hasALaggingPanelAndASilentOne(long seed) {
        List<FaultLabel> labels =
                Fleet.of(new FleetSpec(seed, 1_000, 100, 0), QUARTER).labels();

        assertThat(labels).anySatisfy(label -> {
            assertThat(label.type()).isEqualTo(FaultType.BYPASS_SHORT);
            assertThat(label.parameters().get("substrings")).isGreaterThanOrEqualTo(2);
            assertThat(label.expectedRules()).containsExactly("R1");
        });
        assertThat(labels).anySatisfy(label -> {
            assertThat(label.type()).isEqualTo(FaultType.COMM_GAP);
            assertThat(label.expectedRules()).containsExactly("R7");
            assertThat(label.endMillis() - label.onsetMillis()).isGreaterThan(3 * PERIOD);
        });
    }

    @Test
    void labels_areOrderedAndDescribeWhatTheyTouch() {
        assertThat(LABELS)
                .extracting(FaultLabel::id)
                .isEqualTo(IntStream.range(0, LABELS.size()).boxed().toList());
        assertThat(LABELS).extracting(FaultLabel::onsetMillis).isSorted();
        assertThat(LABELS).allSatisfy(label -> {
            assertThat(label.devices()).isSorted().isNotEmpty();
            assertThat(label.onsetMillis()).isLessThan(TWO_HOURS.endMillis());
            assertThat(label.endMillis()).isGreaterThan(TWO_HOURS.startMillis());
            assertThat(label.detectable()).isEqualTo(!label.expectedRules().isEmpty());
            if (label.detectable()) {
                assertThat(label.observableFromMillis())
                        .isBetween(TWO_HOURS.startMillis(), label.observableToMillis() - 1);
                assertThat(label.observableToMillis()).isLessThanOrEqualTo(TWO_HOURS.endMillis());
            }
        });
    }

    @Test
    void labels_countEveryTypeThatARunOfTwoHoursHas() {
        Map<FaultType, Long> counts = LABELS.stream()
                .collect(Collectors.groupingBy(
                        FaultLabel::type, TreeMap::new, Collectors.counting()));

        assertThat(counts)
                .containsKeys(
                        FaultType.SHADE_RECUR,
                        FaultType.BYPASS_SHORT,
                        FaultType.HOTSPOT,
                        FaultType.CONNECTOR_R,
                        FaultType.PID,
                        FaultType.OPEN_STRING,
                        FaultType.INV_OUTAGE,
                        FaultType.COMM_GAP,
                        FaultType.STUCK_SENSOR,
                        FaultType.POA_DRIFT,
                        FaultType.CLIP,
                        FaultType.CURTAIL,
                        FaultType.CLOUD,
                        FaultType.RAIN)
                .doesNotContainKeys(FaultType.SNOW, FaultType.TRACKER_STALL);
    }

    @Test
    void delivery_isDisturbedExactlyInGaps() {
        for (FaultLabel gap : of(FaultType.COMM_GAP)) {
            int device = gap.devices().get(0);
            long onset = gap.onsetMillis() / PERIOD;
            long end = gap.endMillis() / PERIOD;
            Delivery inside = FLEET.delivery(device, Math.max(onset, FIRST_TICK));
            assertThat(inside.kind()).isNotEqualTo(Delivery.Kind.NORMAL);
            if (inside.kind() == Delivery.Kind.BACKFILLED) {
                assertThat(inside.gapEndMillis()).isEqualTo(gap.endMillis());
            }
            assertThat(FLEET.delivery(device, end).kind()).isEqualTo(Delivery.Kind.NORMAL);
        }
        assertThat(of(FaultType.COMM_GAP))
                .extracting(gap -> gap.parameters().get("backfilled"))
                .contains(0L, 1L);
    }

    @Test
    void openString_givesOpenCircuitVoltageAndNoCurrent() {
        FaultLabel open = of(FaultType.OPEN_STRING).get(0);
        PanelSampler sampler = FLEET.newSampler();
        long tick = Math.max(open.onsetMillis() / PERIOD, FIRST_TICK);

        for (int device : open.devices()) {
            sampler.sample(device, tick);
            assertThat(sampler.currentMilliAmperes()).isZero();
            assertThat(sampler.voltageMilliVolts()).isBetween(42_000, 55_000);
        }
    }

    @Test
    void outage_stopsTheInverterAndAllOfItsPanels() {
        FaultLabel outage = of(FaultType.INV_OUTAGE).get(0);
        long tick = Math.max(outage.onsetMillis() / PERIOD, FIRST_TICK);
        InverterSample inverter = FLEET.inverter(outage.scopeId(), tick);
        PanelSampler sampler = FLEET.newSampler();

        assertThat(inverter.status()).isEqualTo(InverterSample.FAULT);
        assertThat(inverter.events()).isEqualTo(InverterSample.HARDWARE_FAILURE_BIT);
        assertThat(inverter.acPowerMilliWatts()).isZero();
        assertThat(outage.devices()).hasSize(200).allSatisfy(device -> {
            sampler.sample(device, tick);
            assertThat(sampler.currentMilliAmperes()).isZero();
        });
    }

    @Test
    void stuckSensor_repeatsItsValueWhilePeersMove() {
        PanelSampler sampler = FLEET.newSampler();
        List<FaultLabel> stuck = of(FaultType.STUCK_SENSOR);

        assertThat(stuck).isNotEmpty().allSatisfy(label -> {
            long from = Math.max(label.onsetMillis() / PERIOD, FIRST_TICK);
            long to = Math.min(label.endMillis() / PERIOD, FIRST_TICK + 120);
            int channel = (int) label.parameters().getOrDefault("channel", -1L).longValue();
            long[] values = new long[(int) (to - from)];
            for (int i = 0; i < values.length; i++) {
                values[i] = sample(sampler, label.scopeId(), from + i)[channel];
            }
            assertThat(Arrays.stream(values).distinct().count()).isEqualTo(1);
        });
    }

    @Test
    void schedule_isTheSameForEqualSpecsAndGrowsWithThePercentage() {
        FleetSpec spec = new FleetSpec(3, 2_000, 100, 0);

        assertThat(Fleet.of(spec, TWO_HOURS).labels())
                .isEqualTo(Fleet.of(spec, TWO_HOURS).labels());
        assertThat(faults(0)).isZero();
        assertThat(faults(100)).isGreaterThan(50);
        assertThat(faults(400)).isGreaterThan(2 * faults(100));
    }

    private static long faults(int percent) {
        return Fleet.of(new FleetSpec(3, 2_000, percent, 0), TWO_HOURS).labels().stream()
                .filter(label -> label.type().isFault())
                .count();
    }

    private static List<FaultLabel> of(FaultType type) {
        return LABELS.stream().filter(label -> label.type() == type).toList();
    }

    private static int[] sample(PanelSampler sampler, int device, long tick) {
        sampler.sample(device, tick);
        return new int[] {
            sampler.voltageMilliVolts(),
            sampler.currentMilliAmperes(),
            sampler.temperatureCentiCelsius()
        };
    }
}
