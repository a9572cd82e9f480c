package io.heliometer.flink.internal;

import io.heliometer.common.model.Arrival;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;

/** Steps back by one record in every restored partition; see {@link RereadingSource}. */
@SuppressWarnings("try") // Flink's readers may be interrupted while closing.
final class RereadingReader implements SourceReader<Arrival, KafkaPartitionSplit> {
    private final SourceReader<Arrival, KafkaPartitionSplit> kafka;
    private final ResumeOffsets resume;

    RereadingReader(SourceReader<Arrival, KafkaPartitionSplit> kafka, ResumeOffsets resume) {
        this.kafka = kafka;
        this.resume = resume;
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {
        kafka.addSplits(splits.stream().map(this::oneEarlier).toList());
    }

    /**
     * A first start has no offset yet but a negative mark for "earliest", and nothing to re-read.
     */
    private KafkaPartitionSplit oneEarlier(KafkaPartitionSplit split) {
        long offset = split.getStartingOffset();
        if (offset <= 0) {
            return split;
        }
        resume.set(split.getPartition(), offset);
        return new KafkaPartitionSplit(split.getTopicPartition(), offset - 1);
    }

    /**
     * A checkpoint before the last record was read again must not remember the step back, or a
     * second restore would take that record for a new one.
     */
    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
        return kafka.snapshotState(checkpointId).stream().map(this::notEarlier).toList();
    }

    private KafkaPartitionSplit notEarlier(KafkaPartitionSplit split) {
        long offset = resume.of(split.getPartition());
        return resume.isBefore(split.getPartition(), split.getStartingOffset())
                ? new KafkaPartitionSplit(split.getTopicPartition(), offset)
                : split;
    }

    @Override
    public void start() {
        kafka.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Arrival> output) throws Exception {
        return kafka.pollNext(output);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return kafka.isAvailable();
    }

    @Override
    public void notifyNoMoreSplits() {
        kafka.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        kafka.handleSourceEvents(event);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        kafka.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        kafka.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resumed) {
        kafka.pauseOrResumeSplits(pause, resumed);
    }

    @Override
    public void close() throws Exception {
        kafka.close();
    }
}
