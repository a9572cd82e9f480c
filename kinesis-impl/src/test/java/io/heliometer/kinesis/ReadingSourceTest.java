package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.Position;
import io.heliometer.kinesis.internal.Progress;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.SnapshotPace;
import io.heliometer.kinesis.internal.Watch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * The life of one reader; positions are aggregates of 2, 3, 1, 2, 3, 1 ... records from 1001 on.
 */
final class ReadingSourceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final FakeRows rows = new FakeRows();
    private final DroppedRecords dropped = new DroppedRecords();

    private TestShard shard(long... timesMillis) throws IOException {
        return shardOf("Q3", timesMillis);
    }

    private TestShard shardOf(String query, long... timesMillis) throws IOException {
        GoldenCase golden = GoldenCase.all("Q3").findFirst().orElseThrow();
        List<ScheduledRecord> records = Arrays.stream(timesMillis)
                .mapToObj(
                        time -> new PanelReading(0, 1, time, time, 34_000, 10_000, 2_500, 0, false))
                .map(reading -> new ScheduledRecord(
                        0, 0, reading.receivedTimeMillis(), ReadingCodec.encode(reading)))
                .toList();
        return new TestShard(TestShard.job(golden, query, folder), records, rows, dropped);
    }

    @Test
    void checkpoint_standsBehindTheLastRecordOfABatch() throws IOException {
        TestShard shard = shard(0, 100_000, 200_000, 300_000);

        var unused = shard.read(3, 3);

        assertThat(shard.lease().position()).isEqualTo(new ExtendedSequenceNumber("1002", 0L));
        assertThat(shard.snapshots().of(shard.id())).containsOnlyKeys(new Position("1002", 0));
    }

    @Test
    void snapshots_areKeptForTwoCheckpoints() throws IOException {
        TestShard shard = shard(0, 1, 2, 3, 4, 5);

        var unused = shard.read(shard.size(), 2);

        assertThat(shard.snapshots().of(shard.id()))
                .containsOnlyKeys(new Position("1002", 1), new Position("1003", 0));
    }

    @Test
    void throttledCheckpoint_isWrittenWithTheNextBatch() throws IOException {
        TestShard shard = shard(0, 1, 2, 3, 4);
        shard.lease().throttle(1);

        ShardRecordProcessor reader = shard.read(2, 2);
        assertThat(shard.lease().position()).isEqualTo(ExtendedSequenceNumber.TRIM_HORIZON);
        shard.goOn(reader, 2, 5, 3);

        assertThat(shard.lease().position()).isEqualTo(new ExtendedSequenceNumber("1002", 2L));
        assertThat(shard.watch().hasFailed()).isFalse();
    }

    @Test
    void throttledCheckpoint_isTriedAgainAtThePaceOfRows() throws InterruptedException {
        AtomicLong clock = new AtomicLong();
        var progress = new Progress(
                "Q3", new MemorySnapshots(), new SnapshotPace(1_000, 10_000, clock::get));
        var lease = new FakeLease();
        var query = new FailingQuery(Integer.MAX_VALUE);
        progress.restore("shardId-0", null, query);
        lease.read(new ExtendedSequenceNumber("1", 0L));
        progress.reached(new Position("1", 0));
        rows.result("row", 1);
        lease.throttle(2);

        clock.set(1_000);
        progress.saveIfDue(query, rows, lease);
        assertThat(rows.isUnderWay()).isFalse();
        clock.set(1_999);
        progress.saveIfDue(query, rows, lease);
        assertThat(lease.failuresLeft()).isEqualTo(1);
        clock.set(2_000);
        progress.saveIfDue(query, rows, lease);
        assertThat(lease.failuresLeft()).isZero();
        clock.set(3_000);
        progress.saveIfDue(query, rows, lease);

        assertThat(lease.position()).isEqualTo(new ExtendedSequenceNumber("1", 0L));
    }

    @Test
    void takenLease_staysAsItIs() throws IOException {
        TestShard shard = shard(0, 1, 2);
        shard.lease().take();

        ShardRecordProcessor zombie = shard.read(shard.size(), 5);
        zombie.leaseLost(LeaseLostInput.builder().build());

        assertThat(shard.lease().position()).isEqualTo(ExtendedSequenceNumber.TRIM_HORIZON);
        assertThat(shard.watch().hasFailed()).isFalse();
        assertThat(shard.watch().openCount()).isZero();
    }

    @Test
    void shutdownRequested_savesWhatIsNotSaved() throws IOException {
        TestShard shard = shard(0, 1, 2);
        shard.lease().throttle(1);

        ShardRecordProcessor reader = shard.read(shard.size(), 5);
        reader.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(shard.lease()).build());

        assertThat(shard.lease().position()).isEqualTo(new ExtendedSequenceNumber("1002", 0L));
    }

    @Test
    void missingSnapshot_endsTheWorkerInsteadOfTheAnswer() throws IOException {
        TestShard shard = shard(0, 1, 2);
        var unused = shard.read(2, 2);
        shard.snapshots().of(shard.id()).clear();

        assertThatThrownBy(shard::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shardId-0 must have a sound snapshot at its checkpoint")
                .hasRootCauseMessage("snapshot is missing");
        assertThat(shard.watch().hasFailed()).isTrue();
    }

    @Test
    void damagedSnapshot_endsTheWorkerInsteadOfTheAnswer() throws IOException {
        TestShard shard = shard(0, 1, 2);
        var unused = shard.read(2, 2);
        shard.snapshots().of(shard.id()).replaceAll((position, bytes) -> {
            byte[] damaged = bytes.clone();
            damaged[damaged.length / 2] ^= 4;
            return damaged;
        });

        assertThatThrownBy(shard::open)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("snapshot is damaged: its checksum differs");
        assertThat(shard.watch().hasFailed()).isTrue();
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void shardEnd_letsTheChildrenBegin() throws IOException {
        TestShard shard = shard(0, 100_000);

        ShardRecordProcessor reader = shard.read(shard.size(), 5);
        reader.shardEnded(ShardEndedInput.builder().checkpointer(shard.lease()).build());

        assertThat(shard.lease().position()).isEqualTo(ExtendedSequenceNumber.SHARD_END);
        assertThat(rows.all()).isEmpty();
    }

    /** KCL logs the exception, skips the batch and hands over the next one. */
    @Test
    void brokenBatch_isTheLastThatTouchesLeaseOrSnapshots() {
        var failing = new FailingQuery(4);
        var snapshots = new MemorySnapshots();
        var watch = new Watch();
        var lease = new FakeLease();
        var reader = new ReadingSource(
                shard -> failing,
                rows,
                new Progress("Q3", snapshots, new SnapshotPace(0, 0, () -> 0)),
                watch);
        reader.initialize(InitializationInput.builder()
                .shardId("shardId-0")
                .extendedSequenceNumber(ExtendedSequenceNumber.TRIM_HORIZON)
                .build());
        reader.processRecords(batch(lease, 1, 2));
        Map<Position, byte[]> before = Map.copyOf(snapshots.of("shardId-0"));

        assertThatThrownBy(() -> reader.processRecords(batch(lease, 3, 6))).hasMessage("record 4");
        reader.processRecords(batch(lease, 7, 9));
        reader.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(lease).build());
        reader.shardEnded(ShardEndedInput.builder().checkpointer(lease).build());

        assertThat(failing.accepted).isEqualTo(4);
        assertThat(lease.position()).isEqualTo(new ExtendedSequenceNumber("2", 0L));
        assertThat(before).containsOnlyKeys(new Position("2", 0));
        assertThat(snapshots.of("shardId-0")).isEqualTo(before);
        assertThat(watch.hasFailed()).isTrue();
    }

    private static ProcessRecordsInput batch(FakeLease lease, int first, int last) {
        lease.read(new ExtendedSequenceNumber(Integer.toString(last), 0L));
        return ProcessRecordsInput.builder()
                .records(IntStream.rangeClosed(first, last)
                        .mapToObj(number -> KinesisClientRecord.builder()
                                .sequenceNumber(Integer.toString(number))
                                .data(ByteBuffer.wrap(new byte[] {1}))
                                .build())
                        .toList())
                .checkpointer(lease)
                .build();
    }

    /** Counts records, and throws at one of them. */
    private static final class FailingQuery implements ShardQuery {
        private final int failsAt;
        private int accepted;

        FailingQuery(int failsAt) {
            this.failsAt = failsAt;
        }

        @Override
        public void accept(Arrival arrival) {
            accepted++;
            if (accepted == failsAt) {
                throw new IllegalStateException("record " + accepted);
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(accepted);
        }

        @Override
        public void load(DataInput in) throws IOException {
            accepted = in.readInt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q1", "Q3", "Q5", "Q6", "M"})
    void recordThatClosedStateRefuses_isCountedOnce(String query) throws IOException {
        // Cannot happen in a shard written in order of received time; here it is not.
        shardOf(query, 3_000_000, 0, 3_000_000).readToEnd(1);

        assertThat(dropped.count()).isEqualTo(1);
    }
}
