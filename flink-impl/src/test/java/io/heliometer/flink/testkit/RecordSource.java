package io.heliometer.flink.testkit;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.flink.internal.ResumeOffsets;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumStateSerializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A topic in memory: one split per partition, offsets in checkpoints, records in the order in which
 * they are given. Unbounded: at the end of a bounded source Flink closes every window by itself,
 * and a case would pass whose end-of-stream markers move nothing.
 */
public final class RecordSource
        implements Source<Arrival, KafkaPartitionSplit, KafkaSourceEnumState> {
    private static final long serialVersionUID = 1L;
    private static final String TOPIC = "panel";

    private final int partitions;
    private final ArrayList<TopicRecord> records = new ArrayList<>();
    private final ResumeOffsets resume;
    private final @Nullable Crash crash;

    /**
     * Takes over the records.
     *
     * @param resume what a reader that steps back writes, and this one heeds
     * @param crash when to fail, or null
     */
    public RecordSource(
            int partitions,
            List<ScheduledRecord> scheduled,
            ResumeOffsets resume,
            @Nullable Crash crash) {
        this.partitions = partitions;
        this.resume = resume;
        this.crash = crash;
        Map<Integer, Long> nextOffset = new HashMap<>();
        for (ScheduledRecord next : scheduled) {
            long offset = nextOffset.merge(next.partition(), 1L, Long::sum) - 1;
            records.add(new TopicRecord(next.partition(), offset, next.payload()));
        }
    }

    /** Returns every record of a workload in the order in which they are due. */
    public static List<ScheduledRecord> merged(Workload workload) {
        List<ScheduledRecord> records = new ArrayList<>();
        MergedCursor cursor = new MergedCursor(workload);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            records.add(next);
        }
        return records;
    }

    /** One record of the topic. */
    @SuppressWarnings("ArrayRecordComponent") // Only carried, never compared.
    record TopicRecord(int partition, long offset, byte[] payload) implements Serializable {
        Arrival arrival() {
            return ReadingCodec.arrival(payload);
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Arrival, KafkaPartitionSplit> createReader(SourceReaderContext context) {
        return new RecordReader(records, resume, crash);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return new Enumerator(context, partitions);
    }

    /** Readers bring their splits with them. */
    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint) {
        return new Enumerator(context, 0);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return new KafkaPartitionSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return new KafkaSourceEnumStateSerializer();
    }

    /** Gives each reader its share of the partitions, all at once. */
    private record Enumerator(SplitEnumeratorContext<KafkaPartitionSplit> context, int partitions)
            implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {
        @Override
        public void addReader(int reader) {
            List<KafkaPartitionSplit> share = IntStream.range(0, partitions)
                    .filter(partition -> partition % context.currentParallelism() == reader)
                    .mapToObj(partition -> new KafkaPartitionSplit(
                            new TopicPartition(TOPIC, partition),
                            KafkaPartitionSplit.EARLIEST_OFFSET))
                    .toList();
            if (!share.isEmpty()) {
                context.assignSplits(new SplitsAssignment<>(Map.of(reader, share)));
            }
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int reader, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<KafkaPartitionSplit> splits, int reader) {}

        @Override
        public KafkaSourceEnumState snapshotState(long checkpointId) {
            return new KafkaSourceEnumState(List.of(), List.of(), true);
        }

        @Override
        public void close() {}
    }
}
