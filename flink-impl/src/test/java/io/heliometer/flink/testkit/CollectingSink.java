package io.heliometer.flink.testkit;

import io.heliometer.common.wire.OutputTopic;
import io.heliometer.flink.internal.OutputRow;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Collects rows in memory. It is complete when a watermark has reached every subtask: a watermark
 * never overtakes a record, so no row can come behind it.
 */
public final class CollectingSink implements Sink<OutputRow> {
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

        synchronized void subtaskComplete() {
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
        return java.util.Objects.requireNonNull(OPEN.get(id));
    }

    @Override
    public SinkWriter<OutputRow> createWriter(WriterInitContext context) {
        return new Writer(rows(), lastWatermarkMillis);
    }

    /** One subtask of the sink. */
    private static final class Writer implements SinkWriter<OutputRow> {
        private final Rows rows;
        private final long lastWatermarkMillis;
        private boolean complete;

        Writer(Rows rows, long lastWatermarkMillis) {
            this.rows = rows;
            this.lastWatermarkMillis = lastWatermarkMillis;
        }

        @Override
        public void write(OutputRow row, Context context) {
            rows.rows.add(row);
        }

        @Override
        public void writeWatermark(Watermark watermark) {
            if (!complete && watermark.getTimestamp() >= lastWatermarkMillis) {
                complete = true;
                rows.subtaskComplete();
            }
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
