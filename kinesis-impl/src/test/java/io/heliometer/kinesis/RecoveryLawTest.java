package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.engine.Job;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.kinesis.internal.DroppedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of recovery: wherever a reader dies, with all rows lost that were not acknowledged, the
 * one that goes on at the checkpoint completes the answer: no row is missing, none is wrong.
 */
final class RecoveryLawTest {
    /** Far more disorder than in the field, so that every rule meets every cut. */
    private static final Disorder WILD =
            new Disorder(100_000, 20_000, 30_000, 30_000, 20_000, 200_000, 200_000, 50_000, 50_000);

    private static final int DEVICES = 25;
    private static final int MINUTES = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<Arguments> queriesAndSeeds() {
        return Stream.of("Q0", "Q3")
                .flatMap(query -> Seeds.all().mapToObj(seed -> Arguments.of(query, seed)));
    }

    @ParameterizedTest
    @MethodSource("queriesAndSeeds")
    void deathAfterAnyRecord_losesNothingAndWritesNothingWrong(String query, long seed)
            throws IOException {
        Workload workload = workload(seed);
        Job job = TestShard.job(workload, query, folder);
        Random random = new Random(seed);
        for (int partition = 0; partition < workload.partitions(); partition++) {
            List<ScheduledRecord> records = TestShard.records(workload, partition);
            Map<String, Long> expected = uninterrupted(job, records);
            for (int cut = 0; cut <= records.size(); cut++) {
                FakeRows rows = new FakeRows();
                DroppedRecords dropped = new DroppedRecords();
                TestShard shard = new TestShard(job, records, rows, dropped);
                shard.readAndDie(cut, 1 + random.nextInt(50));
                shard.readToEnd(1 + random.nextInt(200));

                assertComplete(expected, rows, "cut after " + cut);
                assertThat(dropped.count()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("queriesAndSeeds")
    void deathOfEveryHeir_losesNothingAndWritesNothingWrong(String query, long seed)
            throws IOException {
        Workload workload = workload(seed);
        Job job = TestShard.job(workload, query, folder);
        Random random = new Random(seed);
        List<ScheduledRecord> records = TestShard.records(workload, 0);
        Map<String, Long> expected = uninterrupted(job, records);
        for (int run = 0; run < 50; run++) {
            FakeRows rows = new FakeRows();
            TestShard shard = new TestShard(job, records, rows, new DroppedRecords());
            // A reader may die before it has read as far as the one before.
            int reach = 0;
            while (reach < records.size()) {
                reach = Math.max(1, reach - 100 + random.nextInt(300));
                shard.readAndDie(Math.min(reach, records.size()), 1 + random.nextInt(50));
            }
            shard.readToEnd(100);

            assertComplete(expected, rows, "run " + run);
        }
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void uninterrupted_isTheOraclesAnswer(long seed) throws IOException {
        Workload workload = workload(seed);
        for (String query : List.of("Q0", "Q3")) {
            FakeRows rows = new FakeRows();
            for (int partition = 0; partition < workload.partitions(); partition++) {
                new TestShard(
                                TestShard.job(workload, query, folder),
                                TestShard.records(workload, partition),
                                rows,
                                new DroppedRecords())
                        .readToEnd(100);
            }

            assertThat(rows.of("results")).isEqualTo(expected(query, workload, "RESULTS"));
            assertThat(rows.of("rejects")).isEqualTo(expected(query, workload, "REJECTS"));
        }
    }

    private static List<String> expected(String query, Workload workload, String topic) {
        return Oracle.answer(query, workload).stream()
                .filter(row -> row.topic().name().equals(topic))
                .map(row -> row.row())
                .sorted()
                .toList();
    }

    private Map<String, Long> uninterrupted(Job job, List<ScheduledRecord> records)
            throws IOException {
        FakeRows rows = new FakeRows();
        new TestShard(job, records, rows, new DroppedRecords()).readToEnd(records.size());
        return counts(rows);
    }

    private static void assertComplete(Map<String, Long> expected, FakeRows rows, String run) {
        Map<String, Long> written = counts(rows);
        assertThat(written.keySet()).as(run).isEqualTo(expected.keySet());
        // Identical malformed records are identical rows: each of them must be there.
        expected.forEach((row, count) -> {
            if (written.getOrDefault(row, 0L) < count) {
                assertThat(written).as(run).containsEntry(row, count);
            }
        });
    }

    private static Map<String, Long> counts(FakeRows rows) {
        return rows.all().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Workload workload(long seed) {
        return new SimulatedWorkload(new WorkloadSpec(
                seed, DEVICES, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, MINUTES, WILD));
    }
}
