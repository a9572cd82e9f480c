package io.heliometer.flink.testkit;

import io.heliometer.common.model.Arrival;
import io.heliometer.flink.internal.ResumeOffsets;
import io.heliometer.flink.testkit.RecordSource.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Emits the records of its partitions and then waits for ever. */
final class RecordReader implements SourceReader<Arrival, KafkaPartitionSplit> {
    private static final long NO_CHECKPOINT = Long.MAX_VALUE;

    private final List<TopicRecord> records;
    private final ResumeOffsets resume;
    private final @Nullable Crash crash;
    private final Map<Integer, KafkaPartitionSplit> splits = new TreeMap<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private int next;
    private boolean waiting;
    private boolean checkpointed;
    private long checkpointAtCrash = NO_CHECKPOINT;
    private int afterCheckpoint;

    RecordReader(List<TopicRecord> records, ResumeOffsets resume, @Nullable Crash crash) {
        this.records = records;
        this.resume = resume;
        this.crash = crash;
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> added) {
        added.forEach(split -> splits.put(split.getPartition(), split));
        available.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Arrival> output) {
        while (!splits.isEmpty() && next < records.size()) {
            TopicRecord record = records.get(next);
            KafkaPartitionSplit split = splits.get(record.partition());
            if (split == null || record.offset() < split.getStartingOffset()) {
                next++;
                continue;
            }
            if (mustWait()) {
                waiting = true;
                available = new CompletableFuture<>();
                return InputStatus.NOTHING_AVAILABLE;
            }
            next++;
            emit(record, split, output);
            return InputStatus.MORE_AVAILABLE;
        }
        available = new CompletableFuture<>();
        return InputStatus.NOTHING_AVAILABLE;
    }

    private boolean mustWait() {
        if (crash == null || crash.happened() || next < crash.atRecord()) {
            return false;
        }
        if (checkpointed && afterCheckpoint++ == crash.afterRecords()) {
            crash.happen();
        }
        return !checkpointed;
    }

    private void emit(TopicRecord record, KafkaPartitionSplit split, ReaderOutput<Arrival> output) {
        Arrival arrival = record.arrival();
        if (!resume.isBefore(record.partition(), record.offset()) || arrival.isFlush()) {
            output.createOutputForSplit(split.splitId()).collect(arrival);
        }
        splits.put(
                record.partition(),
                new KafkaPartitionSplit(split.getTopicPartition(), record.offset() + 1));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
        if (waiting && checkpointAtCrash == NO_CHECKPOINT) {
            checkpointAtCrash = checkpointId;
        }
        return new ArrayList<>(splits.values());
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        if (checkpointId >= checkpointAtCrash) {
            checkpointed = true;
            available.complete(null);
        }
    }

    @Override
    public void start() {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
