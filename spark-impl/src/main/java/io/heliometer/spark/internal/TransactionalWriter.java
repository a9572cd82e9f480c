package io.heliometer.spark.internal;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one partition of one streaming query, batch after batch, each in one transaction. The
 * transaction also commits an offset: the id of the next batch, in a consumer group of this writer
 * alone, which nobody consumes with. So rows and the note that they are written become visible
 * together, and a batch that runs again, because its task, its stage or the driver died after the
 * commit, is skipped.
 *
 * <p>The transactional id is fixed per query and partition. When Spark moves the partition to
 * another executor, the writer there takes the id over, which aborts what the former one left open
 * and fences it: a task that was given up but still runs can commit nothing. A writer that was
 * fenced while it was idle notices at the first request of its next transaction, before it has
 * taken a row, and takes the id back.
 */
final class TransactionalWriter {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionalWriter.class);

    private final String id;
    private final Transactions kafka;
    private @Nullable Producer<byte[], byte[]> producer;
    private long nextBatch;

    /**
     * Creates a closed writer.
     *
     * @param id transactional id, and the group that keeps the batch id
     * @param kafka opens the clients
     */
    TransactionalWriter(String id, Transactions kafka) {
        this.id = id;
        this.kafka = kafka;
    }

    /**
     * Writes the rows unless their batch is committed. Takes all rows in either case, because the
     * task's state store is complete only then.
     *
     * @param rows topic and value
     * @return whether the rows were written now
     */
    synchronized boolean write(long batchId, Iterator<Row> rows) {
        // A partition without rows needs no transaction: it has none when it runs again, too.
        if (!rows.hasNext()) {
            return false;
        }
        Producer<byte[], byte[]> writing = begin(batchId);
        if (writing == null) {
            LOG.info("{} skips batch {}, which is committed", id, batchId);
            rows.forEachRemaining(row -> {});
            return false;
        }
        boolean committed = false;
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                // The commit below waits for all of them.
                var unused =
                        writing.send(new ProducerRecord<>(row.getString(0), row.<byte[]>getAs(1)));
            }
            // Fails if any of the rows could not be sent.
            writing.commitTransaction();
            committed = true;
        } finally {
            if (!committed) {
                // Whether a commit that failed took place is known only to who takes the id over.
                close(writing);
            }
        }
        nextBatch = batchId + 1;
        return true;
    }

    /** Returns a producer in a transaction that notes this batch, or null if it is written. */
    private @Nullable Producer<byte[], byte[]> begin(long batchId) {
        try {
            return tryBegin(batchId);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            // Another executor wrote this partition since. Once more, with a new producer; should
            // that one be fenced too, then by a newer attempt of this task: fail, it is the heir.
            return tryBegin(batchId);
        }
    }

    private @Nullable Producer<byte[], byte[]> tryBegin(long batchId) {
        Producer<byte[], byte[]> open = open();
        if (batchId < nextBatch) {
            return null;
        }
        boolean begun = false;
        try {
            open.beginTransaction();
            open.sendOffsetsToTransaction(
                    Map.of(kafka.marker(), new OffsetAndMetadata(batchId + 1)),
                    new ConsumerGroupMetadata(id));
            begun = true;
            return open;
        } finally {
            if (!begun) {
                close(open);
            }
        }
    }

    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = kafka.producer(id);
            boolean ready = false;
            try {
                // In this order: first no other writer can commit any more, then look what is.
                open.initTransactions();
                nextBatch = kafka.committed(id);
                producer = open;
                ready = true;
                LOG.info("{} goes on with batch {}", id, nextBatch);
            } finally {
                if (!ready) {
                    close(open);
                }
            }
        }
        return open;
    }

    private void close(Producer<byte[], byte[]> broken) {
        producer = null;
        broken.close(Duration.ZERO);
    }
}
