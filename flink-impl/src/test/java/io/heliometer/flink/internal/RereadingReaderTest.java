package io.heliometer.flink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class RereadingReaderTest {
    private final ResumeOffsets resume = new ResumeOffsets();
    private final FakeReader kafka = new FakeReader();
    private final RereadingReader reader = new RereadingReader(kafka, resume);

    @Test
    void restoredPartition_startsOneRecordEarlier() {
        reader.addSplits(List.of(split(2, 10)));

        assertThat(kafka.splits).containsExactly(split(2, 9));
        assertThat(resume.isBefore(2, 9)).isTrue();
        assertThat(resume.isBefore(2, 10)).isFalse();
    }

    @Test
    void newPartition_startsWhereItIs() {
        reader.addSplits(List.of(split(0, KafkaPartitionSplit.EARLIEST_OFFSET), split(1, 0)));

        assertThat(kafka.splits)
                .containsExactly(split(0, KafkaPartitionSplit.EARLIEST_OFFSET), split(1, 0));
        assertThat(resume.isBefore(0, 0)).isFalse();
    }

    @Test
    void checkpointBeforeTheRecordIsReadAgain_doesNotRememberTheStepBack() {
        reader.addSplits(List.of(split(2, 10)));

        assertThat(reader.snapshotState(1)).containsExactly(split(2, 10));
    }

    @Test
    void checkpointAfterProgress_remembersTheProgress() {
        reader.addSplits(List.of(split(2, 10)));
        kafka.splits = List.of(split(2, 17));

        assertThat(reader.snapshotState(1)).containsExactly(split(2, 17));
    }

    @Test
    void checkpointOfAnUnreadPartition_keepsItsMark() {
        reader.addSplits(List.of(split(0, KafkaPartitionSplit.EARLIEST_OFFSET)));

        assertThat(reader.snapshotState(1))
                .containsExactly(split(0, KafkaPartitionSplit.EARLIEST_OFFSET));
    }

    private static KafkaPartitionSplit split(int partition, long offset) {
        return new KafkaPartitionSplit(new TopicPartition("panel", partition), offset);
    }

    /** Remembers its splits and reads nothing. */
    private static final class FakeReader implements SourceReader<Arrival, KafkaPartitionSplit> {
        private List<KafkaPartitionSplit> splits = new ArrayList<>();

        @Override
        public void addSplits(List<KafkaPartitionSplit> added) {
            splits = added;
        }

        @Override
        public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
            return splits;
        }

        @Override
        public InputStatus pollNext(ReaderOutput<Arrival> output) {
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return new CompletableFuture<>();
        }

        @Override
        public void start() {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
