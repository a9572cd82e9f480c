package io.heliometer.common.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.wire.Digest;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be done to the records of a run without changing the answer. */
final class OracleLawsTest {
    /** Copies and delays, but every record whole. */
    private static final Disorder DISORDER =
            new Disorder(30_000, 0, 10_000, 10_000, 0, 200_000, 100_000, 20_000, 20_000);

    /** Eight sites of 200 panels; 22 minutes hold one whole window of Q5 and end in the next. */
    private static Workload workload(long seed, int devices, int partitions) {
        return new TroubledWorkload(new SimulatedWorkload(new WorkloadSpec(
                seed,
                devices,
                partitions,
                WorkloadSpec.MIDSUMMER_MORNING_MILLIS + 45 * 60_000,
                22,
                DISORDER)));
    }

    private static List<ScheduledRecord> records(Workload workload) {
        List<ScheduledRecord> records = new ArrayList<>();
        for (int partition = 0; partition < workload.partitions(); partition++) {
            RecordCursor cursor = workload.open(partition);
            for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
                records.add(next);
            }
        }
        return records;
    }

    private static List<ExpectedRow> answer(
            String query, Workload workload, List<ScheduledRecord> records) {
        Oracle oracle = Oracle.of(query, workload);
        records.forEach(oracle::accept);
        return oracle.finish();
    }

    private static Digest digest(List<ExpectedRow> rows) {
        return digest(rows, row -> true);
    }

    private static Digest digest(List<ExpectedRow> rows, Predicate<ExpectedRow> which) {
        Digest digest = Digest.EMPTY;
        for (ExpectedRow row : rows) {
            if (which.test(row)) {
                digest = digest.plus(
                        (row.topic() + " " + row.row()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return digest;
    }

    /** Records of one partition change places where they are received in the same moment. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void permutationInReceivedOrder_changesNothing(long seed) {
        Workload workload = workload(seed, 400, 2);
        List<ScheduledRecord> records = records(workload);
        List<ScheduledRecord> permuted = permuted(records, new Random(seed));

        assertThat(ofPartition(0, permuted)).isNotEqualTo(ofPartition(0, records));
        for (String query : Oracle.QUERIES) {
            assertThat(digest(answer(query, workload, permuted)))
                    .as(query)
                    .isEqualTo(digest(answer(query, workload, records)));
        }
    }

    private static List<ScheduledRecord> ofPartition(int partition, List<ScheduledRecord> records) {
        return records.stream()
                .filter(scheduled -> scheduled.partition() == partition)
                .toList();
    }

    private static List<ScheduledRecord> permuted(List<ScheduledRecord> records, Random random) {
        TreeMap<Long, List<ScheduledRecord>> byDue = new TreeMap<>();
        for (ScheduledRecord scheduled : records) {
            byDue.computeIfAbsent(scheduled.dueMillis(), due -> new ArrayList<>())
                    .add(scheduled);
        }
        List<ScheduledRecord> permuted = new ArrayList<>();
        byDue.values().forEach(group -> {
            Collections.shuffle(group, random);
            permuted.addAll(group);
        });
        return permuted;
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void numberOfPartitions_changesNothing(long seed) {
        List<Digest> one = digests(workload(seed, 1_600, 1));

        assertThat(workload(seed, 1_600, 8).partitions()).isEqualTo(8);
        assertThat(digests(workload(seed, 1_600, 2))).isEqualTo(one);
        assertThat(digests(workload(seed, 1_600, 8))).isEqualTo(one);
    }

    /** One digest per query. */
    private static List<Digest> digests(Workload workload) {
        List<ScheduledRecord> records = records(workload);
        return Oracle.QUERIES.stream()
                .map(query -> digest(answer(query, workload, records)))
                .toList();
    }

    /** Every third accepted reading comes once more; only the counts of copies may notice. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void extraDuplicates_changeNoMoreThanTheirCounts(long seed) {
        Workload workload = workload(seed, 400, 2);
        List<ScheduledRecord> records = records(workload);
        List<ScheduledRecord> more = withDuplicates(records, workload);

        assertThat(more).hasSizeGreaterThan(records.size() * 5 / 4);
        assertEqualBut("2,", "Q1", workload, List.of(records, more));
        assertEqualBut("1,2,", "M", workload, List.of(records, more));
        assertEqualBut("none", "Q6", workload, List.of(records, more));
    }

    private static List<ScheduledRecord> withDuplicates(
            List<ScheduledRecord> records, Workload workload) {
        TrustRules rules = new TrustRules(workload.registry(), workload.horizon());
        List<ScheduledRecord> more = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            ScheduledRecord scheduled = records.get(i);
            more.add(scheduled);
            PanelReading reading = ReadingCodec.decode(scheduled.payload());
            if (i % 3 == 0
                    && reading != null
                    && !reading.flush()
                    && rules.firstFailing(reading) == TrustRules.TRUSTED) {
                more.add(scheduled);
            }
        }
        return more;
    }

    private static void assertEqualBut(
            String prefix, String query, Workload workload, List<List<ScheduledRecord>> inputs) {
        Predicate<ExpectedRow> others =
                row -> row.topic() == OutputTopic.REJECTS || !row.row().startsWith(prefix);

        assertThat(digest(answer(query, workload, inputs.get(1)), others))
                .as(query)
                .isEqualTo(digest(answer(query, workload, inputs.get(0)), others));
    }

    /**
     * The first part of each partition is read first, then what is left of each: rows and moments.
     */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void inputCutInTwo_changesNothing(long seed) {
        Workload workload = workload(seed, 400, 2);
        List<ScheduledRecord> records = records(workload);
        long cut = workload.horizon().startMillis() + new Random(seed).nextInt(20 * 60_000);
        List<ScheduledRecord> parts = Stream.concat(
                        records.stream().filter(scheduled -> scheduled.dueMillis() < cut),
                        records.stream().filter(scheduled -> scheduled.dueMillis() >= cut))
                .toList();

        assertThat(parts).isNotEqualTo(records);
        for (String query : Oracle.QUERIES) {
            assertThat(sorted(answer(query, workload, parts)))
                    .as(query)
                    .isEqualTo(sorted(answer(query, workload, records)));
        }
    }

    private static List<String> sorted(List<ExpectedRow> rows) {
        return rows.stream().map(ExpectedRow::toString).sorted().toList();
    }
}
