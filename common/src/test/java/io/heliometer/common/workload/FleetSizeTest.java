package io.heliometer.common.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Panel;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.wire.ReadingCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites of any size, fleets of any size, horizons of any length. */
final class FleetSizeTest {
    private static SimulatedWorkload skewed(int devices, int partitions, int skewHundredths) {
        return new SimulatedWorkload(new WorkloadSpec(
                3,
                devices,
                partitions,
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
                20,
                Disorder.FIELD,
                WorkloadSpec.USUAL_FAULT_PERCENT,
                skewHundredths));
    }

    /** Sites decide the partition, whatever their size. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 300})
    void site_isInOnePartition(int skewHundredths) {
        SimulatedWorkload workload = skewed(2_000, 4, skewHundredths);
        int[] sites = workload.registry().sites();
        for (int partition = 0; partition < workload.partitions(); partition++) {
            RecordCursor cursor = workload.open(partition);
            for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
                if (!ReadingCodec.arrival(next.payload()).isFlush()) {
                    Panel panel = Objects.requireNonNull(workload.registry().find(next.key()));
                    int rank = IntStream.range(0, sites.length)
                            .filter(i -> sites[i] == panel.site())
                            .findFirst()
                            .orElseThrow();
                    assertThat(rank % workload.partitions()).isEqualTo(partition);
                }
            }
        }
    }

    @Test
    void skew_putsMoreRecordsIntoThePartitionOfTheLargestSite() {
        SimulatedWorkload workload = skewed(4_000, 4, 100);
        long[] records = IntStream.range(0, workload.partitions())
                .mapToLong(partition ->
                        WorkloadDigest.ofPartition(workload, partition).count())
                .toArray();

        assertThat(records[0]).isGreaterThan(2 * records[3]);
    }

    @Test
    void answer_doesNotDependOnTheNumberOfPartitionsOfSkewedSites() {
        List<String> one = Oracle.answer("Q3", skewed(1_000, 1, 150)).stream()
                .map(row -> row.row())
                .sorted()
                .toList();

        assertThat(Oracle.answer("Q3", skewed(1_000, 5, 150)).stream()
                        .map(row -> row.row())
                        .sorted()
                        .toList())
                .isEqualTo(one);
    }

    /** Two million records would not fit in this heap, if any were kept. */
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @Test
    void longHorizon_needsNoMoreMemory() throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkloadDigest.class.getName(),
                        "7",
                        "200",
                        "1",
                        "10000")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String printed = new String(
                            reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();

            assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(reader.exitValue()).isZero();
            assertThat(printed).contains("-");
            assertThat(Long.parseLong(printed.substring(0, printed.indexOf('-'))))
                    .isGreaterThan(1_900_000);
        } finally {
            reader.destroyForcibly();
        }
    }
}
