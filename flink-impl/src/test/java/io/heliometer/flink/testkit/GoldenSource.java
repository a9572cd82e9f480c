package io.heliometer.flink.testkit;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.ReadingCodec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The records of a golden case, one split per partition as with Kafka, in the order of the file.
 * Unbounded: at the end of a bounded source Flink closes every window by itself, and a case would
 * pass whose end-of-stream markers move nothing.
 */
public final class GoldenSource
        implements Source<Arrival, GoldenSource.Partition, GoldenSource.Nothing> {
    private static final long serialVersionUID = 1L;
    private final int partitions;
    private final ArrayList<Payload> payloads;

    /** Takes over the records of the case. */
    public GoldenSource(GoldenCase golden) {
        this.partitions = golden.partitions();
        this.payloads = new ArrayList<>(golden.records().stream()
                .map(scheduled -> new Payload(scheduled.partition(), scheduled.payload()))
                .toList());
    }

    /** One record of the case. */
    @SuppressWarnings("ArrayRecordComponent") // Only carried, never compared.
    private record Payload(int partition, byte[] bytes) implements Serializable {}

    /** One partition of the case. */
    public record Partition(int number) implements SourceSplit {
        @Override
        public String splitId() {
            return "partition-" + number;
        }
    }

    /** The state of the enumerator, of which there is none. */
    public record Nothing() {}

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Arrival, Partition> createReader(SourceReaderContext context) {
        return new Reader();
    }

    @Override
    public SplitEnumerator<Partition, Nothing> createEnumerator(
            SplitEnumeratorContext<Partition> context) {
        return new Enumerator(context);
    }

    @Override
    public SplitEnumerator<Partition, Nothing> restoreEnumerator(
            SplitEnumeratorContext<Partition> context, Nothing checkpoint) {
        return new Enumerator(context);
    }

    @Override
    public SimpleVersionedSerializer<Partition> getSplitSerializer() {
        return new ByteSerializer<>(Partition::number, Partition::new);
    }

    @Override
    public SimpleVersionedSerializer<Nothing> getEnumeratorCheckpointSerializer() {
        return new ByteSerializer<>(nothing -> 0, zero -> new Nothing());
    }

    /** Gives each reader its share of the partitions, all at once. */
    private final class Enumerator implements SplitEnumerator<Partition, Nothing> {
        private final SplitEnumeratorContext<Partition> context;

        Enumerator(SplitEnumeratorContext<Partition> context) {
            this.context = context;
        }

        @Override
        public void addReader(int reader) {
            List<Partition> share = IntStream.range(0, partitions)
                    .filter(partition -> partition % context.currentParallelism() == reader)
                    .mapToObj(Partition::new)
                    .toList();
            context.assignSplits(new SplitsAssignment<>(Map.of(reader, share)));
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int reader, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<Partition> splits, int reader) {}

        @Override
        public Nothing snapshotState(long checkpointId) {
            return new Nothing();
        }

        @Override
        public void close() {}
    }

    /** Emits the records of its partitions and then waits for ever. */
    private final class Reader implements SourceReader<Arrival, Partition> {
        private final Set<Integer> mine = new HashSet<>();
        private final CompletableFuture<Void> splitsAdded = new CompletableFuture<>();
        private int next;

        @Override
        public void addSplits(List<Partition> splits) {
            splits.forEach(split -> mine.add(split.number()));
            splitsAdded.complete(null);
        }

        @Override
        public InputStatus pollNext(ReaderOutput<Arrival> output) {
            while (!mine.isEmpty() && next < payloads.size()) {
                Payload payload = payloads.get(next++);
                if (mine.contains(payload.partition())) {
                    output.createOutputForSplit(new Partition(payload.partition()).splitId())
                            .collect(ReadingCodec.arrival(payload.bytes()));
                    return InputStatus.MORE_AVAILABLE;
                }
            }
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return next < payloads.size() ? splitsAdded : new CompletableFuture<>();
        }

        @Override
        public List<Partition> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public void start() {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
