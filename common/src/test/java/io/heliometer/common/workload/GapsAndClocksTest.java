package io.heliometer.common.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.fleet.Delivery;
import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.FaultType;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gaps of communication and wrong clocks do to the records. */
final class GapsAndClocksTest {
    private static final int DEVICES = 600;
    private static final int MINUTES = 120;
    private static final int MANY_FAULTS_PERCENT = 2_000;
    private static final Disorder ONLY_WRONG_CLOCKS = new Disorder(0, 0, 0, 0, 0, 0, 0, 0, 20_000);

    private static SimulatedWorkload workload(long seed, Disorder disorder, int faultPercent) {
        return new SimulatedWorkload(new WorkloadSpec(
                seed,
                DEVICES,
                2,
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
                MINUTES,
                disorder,
                faultPercent,
                0));
    }

    private static List<PanelReading> readings(Workload workload, int partition) {
        RecordCursor cursor = workload.open(partition);
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> cursor.next())
                .takeWhile(next -> next != null)
                .map(next -> ReadingCodec.decode(next.payload()))
                .filter(reading -> reading != null && !reading.flush())
                .toList();
    }

    /** Every sample comes at once, in the burst after its gap, or never, as the fleet says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySample_comesAsItsDeliverySays(long seed) {
        SimulatedWorkload workload = workload(seed, Disorder.NONE, MANY_FAULTS_PERCENT);
        Map<List<Long>, PanelReading> byDeviceAndTick = new HashMap<>();
        for (int partition = 0; partition < workload.partitions(); partition++) {
            for (PanelReading reading : readings(workload, partition)) {
                long tick = reading.eventTimeMillis() / Fleet.SAMPLING_PERIOD_MILLIS;
                byDeviceAndTick.put(List.of((long) reading.device(), tick), reading);
            }
        }
        Map<Delivery.Kind, Integer> seen = new HashMap<>();
        long first = workload.horizon().startMillis() / Fleet.SAMPLING_PERIOD_MILLIS;
        for (long tick = first; tick < first + MINUTES; tick++) {
            for (int device = 0; device < DEVICES; device++) {
                Delivery delivery = workload.fleet().delivery(device, tick);
                PanelReading reading = byDeviceAndTick.get(List.of((long) device, tick));
                seen.merge(delivery.kind(), 1, Integer::sum);
                requireDelivered(delivery, reading, workload.horizon().endMillis());
            }
        }
        assertThat(seen).containsKeys(Delivery.Kind.values());
    }

    private static void requireDelivered(
            Delivery delivery, @Nullable PanelReading reading, long endMillis) {
        switch (delivery.kind()) {
            case NORMAL ->
                assertThat(Objects.requireNonNull(reading).receivedTimeMillis())
                        .isEqualTo(reading.eventTimeMillis() + Gateway.NORMAL_DELAY_MILLIS);
            case LOST -> assertThat(reading).isNull();
            case BACKFILLED -> {
                assertThat(delivery.gapEndMillis()).isLessThanOrEqualTo(endMillis);
                assertThat(Objects.requireNonNull(reading).receivedTimeMillis()
                                - delivery.gapEndMillis())
                        .isBetween(0L, 10_000L);
            }
        }
    }

    /**
     * The device sends what it kept from the oldest on; what it measures meanwhile may overtake
     * that. Sequence numbers tell what is lost.
     */
    @Test
    void recordsOfADevice_comeInTheOrderOfTheirSequence() {
        SimulatedWorkload workload = workload(4, Disorder.NONE, MANY_FAULTS_PERCENT);
        long start = workload.horizon().startMillis();
        for (int partition = 0; partition < workload.partitions(); partition++) {
            Map<Integer, Long> lastSent = new HashMap<>();
            Map<Integer, Long> lastKept = new HashMap<>();
            long lastReceived = Long.MIN_VALUE;
            for (PanelReading reading : readings(workload, partition)) {
                boolean sent = reading.receivedTimeMillis()
                        == reading.eventTimeMillis() + Gateway.NORMAL_DELAY_MILLIS;
                Long before =
                        (sent ? lastSent : lastKept).put(reading.device(), reading.sequence());
                assertThat(reading.sequence()).isGreaterThan(before == null ? -1 : before);
                assertThat(reading.sequence())
                        .isEqualTo(
                                (reading.eventTimeMillis() - start) / Fleet.SAMPLING_PERIOD_MILLIS);
                assertThat(reading.receivedTimeMillis()).isGreaterThanOrEqualTo(lastReceived);
                lastReceived = reading.receivedTimeMillis();
            }
        }
    }

    /** Whatever gaps and delays there are, nothing may follow the end of the stream. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void partition_endsWithTwoMarkersThroughAllGaps(long seed) {
        SimulatedWorkload workload = workload(seed, Disorder.FIELD, MANY_FAULTS_PERCENT);
        for (int partition = 0; partition < workload.partitions(); partition++) {
            RecordCursor cursor = workload.open(partition);
            int markers = 0;
            long last = Long.MIN_VALUE;
            for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
                boolean marker = ReadingCodec.arrival(next.payload()).isFlush();
                assertThat(marker || markers == 0).isTrue();
                assertThat(next.dueMillis()).isGreaterThanOrEqualTo(last);
                markers += marker ? 1 : 0;
                last = next.dueMillis();
            }
            assertThat(markers).isEqualTo(2);
        }
    }

    @Test
    void wrongClock_hasALabelAndNoRecordThatCanBeTrusted() {
        SimulatedWorkload workload = workload(7, ONLY_WRONG_CLOCKS, 0);
        Set<Integer> labelled = workload.labels().stream()
                .filter(label -> label.type() == FaultType.CLOCK_SKEW)
                .map(FaultLabel::scopeId)
                .collect(Collectors.toSet());
        Set<Integer> trusted = Oracle.answer("Q0", workload).stream()
                .filter(row -> row.topic() == OutputTopic.RESULTS)
                .map(ExpectedRow::row)
                .filter(row -> row.startsWith("1,"))
                .map(row -> Integer.parseInt(row.split(",", 3)[1]))
                .collect(Collectors.toSet());

        assertThat(labelled).hasSizeBetween(3, 30);
        assertThat(trusted).doesNotContainAnyElementsOf(labelled);
        assertThat(trusted).hasSize(DEVICES - labelled.size());
    }

    @Test
    void labels_haveDenseIdsAndSayWhenSilenceShows() {
        SimulatedWorkload workload = workload(7, ONLY_WRONG_CLOCKS, MANY_FAULTS_PERCENT);
        List<FaultLabel> labels = workload.labels();

        assertThat(labels)
                .extracting(FaultLabel::id)
                .containsExactlyElementsOf(
                        IntStream.range(0, labels.size()).boxed().toList());
        assertThat(labels)
                .filteredOn(label -> label.type() == FaultType.CLOCK_SKEW)
                .isNotEmpty()
                .allSatisfy(label -> {
                    assertThat(label.expectedRules()).containsExactly("R7");
                    assertThat(label.observableFromMillis())
                            .isEqualTo(workload.horizon().startMillis() + 180_000);
                    assertThat(Math.abs(label.parameters().getOrDefault("skewMillis", 0L)))
                            .isBetween(120_001L, 600_000L);
                });
    }
}
