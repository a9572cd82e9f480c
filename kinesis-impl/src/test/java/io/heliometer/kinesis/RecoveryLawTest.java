package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.engine.Job;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.Position;
import io.heliometer.kinesis.internal.SnapshotPace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.kinesis.processor.ShardRecordProcessor;

/**
 * The law of recovery: wherever a reader dies, the one that goes on at the checkpoint completes the
 * answer. No row is missing, none is wrong, and those that stand twice are exactly those that
 * arrived without being acknowledged before the death.
 */
final class RecoveryLawTest {
    private static final List<String> QUERIES = List.of("Q0", "Q1", "Q2", "Q3", "Q5", "Q6", "M");

    /** Every so many records a cut, at another offset for each seed. */
    private static final int STRIDE = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Stream<Arguments> queriesAndSeeds() {
        return QUERIES.stream()
                .flatMap(query -> Seeds.all().mapToObj(seed -> Arguments.of(query, seed)));
    }

    @ParameterizedTest
    @MethodSource("queriesAndSeeds")
    void deathAnywhere_repeatsOnlyWhatArrivedUnacknowledged(String query, long seed)
            throws IOException {
        Workload workload = new TroubledPlant(seed);
        Job job = TestShard.job(workload, query, folder);
        Random random = new Random(seed);
        for (int partition = 0; partition < workload.partitions(); partition++) {
            List<ScheduledRecord> records = TestShard.records(workload, partition);
            List<String> expected = uninterrupted(job, records);
            assertThat(expected).as("partition %s", partition).isNotEmpty();
            for (int cut = random.nextInt(STRIDE); cut <= records.size(); cut += STRIDE) {
                FakeRows rows = new FakeRows();
                DroppedRecords dropped = new DroppedRecords();
                TestShard shard = new TestShard(job, records, rows, dropped, pace(random));
                List<String> twice = shard.readAndDie(cut, 1 + random.nextInt(50), random);
                shard.readToEnd(1 + random.nextInt(200));

                assertThat(sorted(rows.all(), List.of()))
                        .as("cut after %s", cut)
                        .isEqualTo(sorted(expected, twice));
                assertThat(dropped.count()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("queriesAndSeeds")
    void deathOfEveryHeir_repeatsOnlyWhatArrivedUnacknowledged(String query, long seed)
            throws IOException {
        Workload workload = new TroubledPlant(seed);
        Job job = TestShard.job(workload, query, folder);
        Random random = new Random(seed);
        List<ScheduledRecord> records = TestShard.records(workload, 0);
        List<String> expected = uninterrupted(job, records);
        for (int run = 0; run < 10; run++) {
            FakeRows rows = new FakeRows();
            TestShard shard = new TestShard(job, records, rows, new DroppedRecords(), pace(random));
            List<String> twice = new ArrayList<>();
            // A reader may die before it has read as far as the one before.
            int reach = 0;
            while (reach < records.size()) {
                reach = Math.max(1, reach - 100 + random.nextInt(300));
                int until = Math.min(reach, records.size());
                twice.addAll(shard.readAndDie(until, 1 + random.nextInt(50), random));
            }
            shard.readToEnd(100);

            assertThat(sorted(rows.all(), List.of()))
                    .as("run %s", run)
                    .isEqualTo(sorted(expected, twice));
        }
    }

    /** A throttled table: rows were acknowledged, the snapshot written, and then no checkpoint. */
    @ParameterizedTest
    @MethodSource("queriesAndSeeds")
    void deathAfterRefusedCheckpoints_losesNothingAndWritesNothingWrong(String query, long seed)
            throws IOException {
        Workload workload = new TroubledPlant(seed);
        Job job = TestShard.job(workload, query, folder);
        Random random = new Random(seed);
        List<ScheduledRecord> records = TestShard.records(workload, 0);
        List<String> expected = uninterrupted(job, records);
        for (int run = 0; run < 10; run++) {
            FakeRows rows = new FakeRows();
            TestShard shard = new TestShard(job, records, rows, new DroppedRecords());
            int last = random.nextInt(records.size());
            ShardRecordProcessor reader = shard.read(last, 10);
            shard.lease().throttle(3);
            shard.goOn(reader, last, Math.min(records.size(), last + 30), 10);
            rows.lose();
            shard.readToEnd(100);

            assertThat(Set.copyOf(rows.all())).isEqualTo(Set.copyOf(expected));
            assertThat(rows.all()).hasSizeGreaterThanOrEqualTo(expected.size());
        }
    }

    /** A paused worker wakes up beside its heir, and both believe that the shard is theirs. */
    @ParameterizedTest
    @MethodSource("queriesAndSeeds")
    void workerWithoutItsLease_harmsNeitherSnapshotsNorRows(String query, long seed)
            throws IOException {
        Workload workload = new TroubledPlant(seed);
        Job job = TestShard.job(workload, query, folder);
        List<ScheduledRecord> records = TestShard.records(workload, 0);
        List<String> expected = uninterrupted(job, records);
        FakeRows rows = new FakeRows();
        TestShard shard = new TestShard(job, records, rows, new DroppedRecords());
        int third = records.size() / 3;
        ShardRecordProcessor zombie = shard.read(third, 7);
        final FakeLease lost = shard.passLease();

        ShardRecordProcessor heir = shard.read(third + 50, 11);
        shard.goOn(zombie, third, 2 * third, 7, lost);
        var checkpoint = shard.lease().position();
        assertThat(shard.snapshots().of(shard.id()))
                .containsKey(
                        new Position(checkpoint.sequenceNumber(), checkpoint.subSequenceNumber()));
        shard.goOn(heir, third + 50, third + 70, 5);
        rows.lose();
        shard.readToEnd(100);

        assertThat(Set.copyOf(rows.all())).isEqualTo(Set.copyOf(expected));
        assertThat(shard.watch().hasFailed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("queriesAndSeeds")
    void uninterrupted_isTheOraclesAnswer(String query, long seed) throws IOException {
        Workload workload = new TroubledPlant(seed);
        Job job = TestShard.job(workload, query, folder);
        FakeRows rows = new FakeRows();
        assertThat(workload.partitions()).isEqualTo(2);
        for (int partition = 0; partition < workload.partitions(); partition++) {
            new TestShard(job, TestShard.records(workload, partition), rows, new DroppedRecords())
                    .readToEnd(100);
        }

        assertThat(rows.of("results")).isEqualTo(expected(query, workload, "RESULTS"));
        assertThat(rows.of("rejects")).isEqualTo(expected(query, workload, "REJECTS"));
    }

    private static List<String> expected(String query, Workload workload, String topic) {
        return Oracle.answer(query, workload).stream()
                .filter(row -> row.topic().name().equals(topic))
                .map(row -> row.row())
                .sorted()
                .toList();
    }

    /** A clock that goes on by 1 with every look at it. */
    private static SnapshotPace pace(Random random) {
        long afterRows = random.nextInt(4);
        AtomicLong clock = new AtomicLong();
        return new SnapshotPace(afterRows, afterRows + random.nextInt(10), clock::incrementAndGet);
    }

    private static List<String> uninterrupted(Job job, List<ScheduledRecord> records)
            throws IOException {
        FakeRows rows = new FakeRows();
        new TestShard(job, records, rows, new DroppedRecords()).readToEnd(records.size());
        return rows.all();
    }

    private static List<String> sorted(List<String> rows, List<String> more) {
        return Stream.concat(rows.stream(), more.stream()).sorted().toList();
    }
}
