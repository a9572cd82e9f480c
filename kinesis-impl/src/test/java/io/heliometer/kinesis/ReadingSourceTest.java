package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.kinesis.internal.DroppedRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;
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
        GoldenCase golden = GoldenCase.all("Q3").findFirst().orElseThrow();
        List<ScheduledRecord> records = Arrays.stream(timesMillis)
                .mapToObj(
                        time -> new PanelReading(0, 1, time, time, 34_000, 10_000, 2_500, 0, false))
                .map(reading -> new ScheduledRecord(
                        0, 0, reading.receivedTimeMillis(), ReadingCodec.encode(reading)))
                .toList();
        return new TestShard(TestShard.job(golden, "Q3", folder), records, rows, dropped);
    }

    @Test
    void checkpoint_standsBeforeTheLastRecordAheadOfTheOldestOpenWindow() throws IOException {
        // The watermark of the last record is 599 999: the window from 600 000 on is open.
        TestShard shard = shard(0, 100_000, 599_999, 600_001, 720_000);

        var unused = shard.read(shard.size(), 5);

        // Before the third record: the second of the first aggregate of two.
        assertThat(shard.lease().position()).isEqualTo(new ExtendedSequenceNumber("1001", 1L));
    }

    @Test
    void checkpoint_waitsUntilAWindowCloses() throws IOException {
        TestShard shard = shard(0, 100_000, 300_000, 419_999);

        var unused = shard.read(shard.size(), 1);

        assertThat(shard.lease().position()).isEqualTo(ExtendedSequenceNumber.TRIM_HORIZON);
    }

    @Test
    void throttledCheckpoint_isWrittenWithTheNextBatch() throws IOException {
        TestShard shard = shard(0, 100_000, 599_999, 600_001, 720_000, 720_001);
        shard.lease().throttle(1);

        var unused = shard.read(shard.size(), 5);

        assertThat(shard.lease().position()).isEqualTo(new ExtendedSequenceNumber("1001", 1L));
        assertThat(shard.watch().hasFailed()).isFalse();
    }

    @Test
    void takenLease_staysAsItIs() throws IOException {
        TestShard shard = shard(0, 100_000, 599_999, 600_001, 720_000);
        shard.lease().take();

        ShardRecordProcessor zombie = shard.read(shard.size(), 5);
        zombie.leaseLost(LeaseLostInput.builder().build());

        assertThat(shard.lease().position()).isEqualTo(ExtendedSequenceNumber.TRIM_HORIZON);
        assertThat(shard.watch().hasFailed()).isFalse();
        assertThat(shard.watch().openCount()).isZero();
    }

    @Test
    void shutdownRequested_writesTheCheckpointThatIsDue() throws IOException {
        TestShard shard = shard(0, 100_000, 599_999, 600_001, 720_000);
        shard.lease().throttle(1);

        ShardRecordProcessor reader = shard.read(shard.size(), 5);
        reader.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(shard.lease()).build());

        assertThat(shard.lease().position()).isEqualTo(new ExtendedSequenceNumber("1001", 1L));
    }

    @Test
    void shardEnd_letsTheChildrenBegin() throws IOException {
        TestShard shard = shard(0, 100_000);

        ShardRecordProcessor reader = shard.read(shard.size(), 5);
        reader.shardEnded(ShardEndedInput.builder().checkpointer(shard.lease()).build());

        assertThat(shard.lease().position()).isEqualTo(ExtendedSequenceNumber.SHARD_END);
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void recordOfAClosedWindow_isCountedNotAdded() throws IOException {
        // Cannot happen in a shard written in order of received time; here it is not.
        shard(3_000_000, 0, 3_000_000).readToEnd(1);

        assertThat(dropped.count()).isEqualTo(1);
        assertThat(rows.all()).isEmpty();
    }
}
