package io.heliometer.flink.testkit;

import io.heliometer.common.wire.OutputTopic;
import io.heliometer.flink.internal.OutputRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Collects rows in memory, exactly once: what a subtask has taken is its state. It is complete when
 * a watermark has reached every subtask: a watermark never overtakes a record, so no row can come
 * behind it.
 */
public final class CollectingSink
        implements Sink<OutputRow>, SupportsWriterState<OutputRow, List<OutputRow>> {
    private static final long serialVersionUID = 1L;

    /** Sinks are serialized on their way to the task, so the rows wait for it here. */
    private static final Map<String, Rows> OPEN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final long lastWatermarkMillis;

    /**
     * @param lastWatermarkMillis after this watermark nothing is awaited
     * @param subtasks parallelism of the sink
     */
    public CollectingSink(long lastWatermarkMillis, int subtasks) {
        this.lastWatermarkMillis = lastWatermarkMillis;
        Rows rows = new Rows(subtasks);
        OPEN.put(id, rows);
    }

    /** What has been collected. */
    private static final class Rows {
        private final Queue<OutputRow> rows = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<Void> complete = new CompletableFuture<>();
        private final CountDownLatch subtasks;

        Rows(int subtasks) {
            this.subtasks = new CountDownLatch(subtasks);
        }

        synchronized void subtaskComplete(List<OutputRow> taken) {
            rows.addAll(taken);
            subtasks.countDown();
            if (subtasks.getCount() == 0) {
                complete.complete(null);
            }
        }
    }

    /** Returns what completes when every row is here. */
    public CompletableFuture<Void> complete() {
        return rows().complete;
    }

    /** Returns the rows of a topic, sorted. */
    public List<String> rows(OutputTopic topic) {
        return rows().rows.stream()
                .filter(row -> row.topic() == topic)
                .map(OutputRow::row)
                .sorted()
                .toList();
    }

    private Rows rows() {
        return Objects.requireNonNull(OPEN.get(id));
    }

    @Override
    public SinkWriter<OutputRow> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<OutputRow, List<OutputRow>> restoreWriter(
            WriterInitContext context, Collection<List<OutputRow>> states) {
        return new Writer(
                rows(),
                lastWatermarkMillis,
                states.stream().flatMap(List::stream).toList());
    }

    @Override
    public SimpleVersionedSerializer<List<OutputRow>> getWriterStateSerializer() {
        return new RowsSerializer();
    }

    /** One subtask of the sink. */
    private static final class Writer implements StatefulSinkWriter<OutputRow, List<OutputRow>> {
        private final Rows rows;
        private final long lastWatermarkMillis;
        private final List<OutputRow> taken;
        private boolean complete;

        Writer(Rows rows, long lastWatermarkMillis, List<OutputRow> taken) {
            this.rows = rows;
            this.lastWatermarkMillis = lastWatermarkMillis;
            this.taken = new ArrayList<>(taken);
        }

        @Override
        public void write(OutputRow row, Context context) {
            taken.add(row);
        }

        @Override
        public void writeWatermark(Watermark watermark) {
            if (!complete && watermark.getTimestamp() >= lastWatermarkMillis) {
                complete = true;
                rows.subtaskComplete(taken);
            }
        }

        @Override
        public List<List<OutputRow>> snapshotState(long checkpointId) {
            return List.of(List.copyOf(taken));
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }

    /** One line per row: no row has a line end. */
    private static final class RowsSerializer
            implements SimpleVersionedSerializer<List<OutputRow>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<OutputRow> rows) {
            return rows.stream()
                    .map(row -> row.topic() + " " + row.row())
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public List<OutputRow> deserialize(int version, byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new OutputRow(OutputTopic.valueOf(parts[0]), parts[1]))
                    .toList();
        }
    }
}
