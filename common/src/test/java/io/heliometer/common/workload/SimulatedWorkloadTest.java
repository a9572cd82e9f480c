package io.heliometer.common.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.Digest;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatedWorkloadTest {
    private static final int DEVICES = 1_000;
    private static final int MINUTES = 30;

    private static SimulatedWorkload workload(long seed, int partitions, Disorder disorder) {
        return new SimulatedWorkload(new WorkloadSpec(
                seed,
                DEVICES,
                partitions,
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
                MINUTES,
                disorder));
    }

    @Test
    void digest_isTheSameForOneAndTwoThreads() throws InterruptedException, ExecutionException {
        SimulatedWorkload workload = workload(7, 4, Disorder.FIELD);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Digest>> parts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int partition = i;
                parts.add(threads.submit(() -> WorkloadDigest.ofPartition(workload, partition)));
            }
            Digest together = Digest.EMPTY;
            for (Future<Digest> part : parts) {
                together = together.plus(part.get());
            }

            assertThat(together).isEqualTo(WorkloadDigest.of(workload));
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * The second JVM interprets only: a value that depended on compiled intrinsics would differ.
     */
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void digest_isTheSameInAnotherJvm() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkloadDigest.class.getName(),
                        "7",
                        Integer.toString(DEVICES),
                        "4",
                        Integer.toString(MINUTES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String printed = new String(
                            other.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();

            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
            assertThat(printed)
                    .isEqualTo(WorkloadDigest.of(workload(7, 4, Disorder.FIELD)).toString());
        } finally {
            other.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void records_comeInTheOrderOfReceivedTime(long seed) {
        Workload workload = workload(seed, 2, Disorder.FIELD);
        for (int partition = 0; partition < 2; partition++) {
            long last = Long.MIN_VALUE;
            for (ScheduledRecord next : all(workload, partition)) {
                assertThat(next.dueMillis()).isGreaterThanOrEqualTo(last);
                last = next.dueMillis();
                PanelReading reading = ReadingCodec.decode(next.payload());
                if (reading != null && !reading.flush()) {
                    assertThat(reading.receivedTimeMillis()).isEqualTo(next.dueMillis());
                }
            }
        }
    }

    @Test
    void partition_endsWithTwoEndOfStreamMarkers() {
        Workload workload = workload(1, 4, Disorder.FIELD);
        for (int partition = 0; partition < 4; partition++) {
            List<ScheduledRecord> records = all(workload, partition);
            List<Boolean> flushes = records.stream()
                    .map(next -> ReadingCodec.arrival(next.payload()).isFlush())
                    .toList();

            assertThat(flushes.subList(flushes.size() - 2, flushes.size())).containsOnly(true);
            assertThat(flushes.subList(0, flushes.size() - 2)).containsOnly(false);
        }
    }

    /** An engine that reads a partition in order knows a version before it matters. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void announcement_comesTwiceTheLatenessBeforeItHolds(long seed) {
        Workload workload = workload(seed, 2, Disorder.FIELD);
        int announced = 0;
        for (int partition = 0; partition < 2; partition++) {
            for (ScheduledRecord next : all(workload, partition)) {
                Panel panel = ReadingCodec.arrival(next.payload()).registration();
                if (panel == null) {
                    continue;
                }
                announced++;
                Panel known = Objects.requireNonNull(workload.registry().find(panel.device()));
                assertThat(panel.validFromMillis() - next.dueMillis())
                        .isGreaterThanOrEqualTo(2 * Lateness.SPEC.allowedMillis());
                assertThat(next.key()).isEqualTo(panel.device());
                assertThat(workload.horizon().contains(next.dueMillis())).isTrue();
                assertThat(panel.version()).isGreaterThan(known.version());
                assertThat(panel.string()).isEqualTo(known.string());
                assertThat(panel.site()).isEqualTo(known.site());
            }
        }
        assertThat(announced).isPositive();
    }

    /** A site's announcements travel with its readings, so one partition is enough for a join. */
    @Test
    void announcement_travelsInThePartitionOfItsPanel() {
        Workload workload = workload(1, 4, Disorder.NONE);
        for (int partition = 0; partition < 4; partition++) {
            Set<Integer> read = new HashSet<>();
            Set<Integer> announced = new HashSet<>();
            for (ScheduledRecord next : all(workload, partition)) {
                Arrival arrival = ReadingCodec.arrival(next.payload());
                if (arrival.isRegistration()) {
                    announced.add(next.key());
                } else if (!arrival.isFlush()) {
                    read.add(next.key());
                }
            }
            assertThat(read).containsAll(announced);
        }
    }

    @Test
    void orderlyHealthyWorkload_holdsEachDeviceOncePerMinute() {
        Workload workload = new SimulatedWorkload(new WorkloadSpec(
                1,
                DEVICES,
                1,
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
                MINUTES,
                Disorder.NONE,
                0,
                0));
        Map<Integer, Integer> perDevice = new HashMap<>();
        for (ScheduledRecord next : all(workload, 0)) {
            Arrival arrival = ReadingCodec.arrival(next.payload());
            if (!arrival.isFlush() && !arrival.isRegistration()) {
                perDevice.merge(next.key(), 1, Integer::sum);
            }
        }

        assertThat(perDevice).hasSize(DEVICES);
        assertThat(perDevice.values()).containsOnly(MINUTES);
    }

    /** Within 30 % of the design's rate, or within 6 records where that is more. */
    @Test
    void rejects_comeAtTheRatesOfTheDesign() {
        Map<String, Integer> rows = new HashMap<>();
        for (ExpectedRow row : Oracle.answer("Q0", workload(5, 4, Disorder.FIELD))) {
            boolean reject = row.topic() == OutputTopic.REJECTS;
            String kind = reject
                    ? "reject " + row.row().substring(row.row().lastIndexOf(',') + 1)
                    : "result";
            rows.merge(kind, 1, Integer::sum);
        }
        int polled = DEVICES * MINUTES;

        assertThat(rows).containsKeys("reject 1", "reject 3", "reject 8", "result");
        assertThat(rows.get("reject 1")).isBetween(1, 18);
        assertThat(rows.get("reject 8"))
                .isBetween(polled * 35 / 100_000, polled * 65 / 100_000 + MINUTES + 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q0", "Q3"})
    void answer_doesNotDependOnTheNumberOfPartitions(String query) {
        Digest one = digestOf(Oracle.answer(query, workload(3, 1, Disorder.FIELD)));

        assertThat(digestOf(Oracle.answer(query, workload(3, 2, Disorder.FIELD))))
                .isEqualTo(one);
        assertThat(digestOf(Oracle.answer(query, workload(3, 8, Disorder.FIELD))))
                .isEqualTo(one);
    }

    @Test
    void otherSeed_givesOtherRecords() {
        assertThat(WorkloadDigest.of(workload(1, 4, Disorder.FIELD)))
                .isNotEqualTo(WorkloadDigest.of(workload(2, 4, Disorder.FIELD)));
    }

    private static Digest digestOf(List<ExpectedRow> rows) {
        Digest digest = Digest.EMPTY;
        for (ExpectedRow row : rows) {
            digest = digest.plus((row.topic() + row.row()).getBytes(StandardCharsets.UTF_8));
        }
        return digest;
    }

    private static List<ScheduledRecord> all(Workload workload, int partition) {
        List<ScheduledRecord> records = new ArrayList<>();
        RecordCursor cursor = workload.open(partition);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            records.add(next);
        }
        return records;
    }
}
