package io.heliometer.kinesis;

import io.heliometer.common.engine.Job;
import io.heliometer.kinesis.internal.Delivery;
import io.heliometer.kinesis.internal.OutputRows;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * Rows out, at least once: rows gather until a PutRecords request is full or the batch of records
 * that caused them has been processed, and are written in the background. Kinesis has no
 * transactions; what makes results exact is that a row written twice is equal and carries its key.
 *
 * <p>One sink per shard that is read, so that a checkpoint waits for the rows of its own shard
 * only.
 */
final class ResultSink implements OutputRows {
    /** PutRecords takes so many records, ... */
    private static final int REQUEST_RECORDS = 500;

    /** ... and so many bytes, partition keys included: 5 MiB. */
    private static final int REQUEST_BYTES = 5 * 1024 * 1024;

    private final Delivery delivery;
    private final Pending results;
    private final Pending rejects;
    private boolean underWay;

    /** Creates the sink of one shard for both streams of the job. */
    ResultSink(Job job, Delivery delivery) {
        this.delivery = delivery;
        this.results = new Pending(job.resultsTopic());
        this.rejects = new Pending(job.rejectsTopic());
    }

    @Override
    public void result(String row, int keyColumns) {
        add(results, row, keyColumns);
    }

    @Override
    public void reject(String row, int keyColumns) {
        add(rejects, row, keyColumns);
    }

    private void add(Pending pending, String row, int keyColumns) {
        PutRecordsRequestEntry entry = Wire.entry(row, keyColumns);
        int bytes = row.length() + entry.partitionKey().length();
        if (pending.entries.size() == REQUEST_RECORDS || pending.bytes + bytes > REQUEST_BYTES) {
            send(pending);
        }
        pending.entries.add(entry);
        underWay = true;
        pending.bytes += bytes;
    }

    private void send(Pending pending) {
        if (pending.entries.isEmpty()) {
            return;
        }
        try {
            delivery.send(pending.stream, pending.entries);
        } catch (InterruptedException e) {
            // KCL interrupts its threads only when it ends: these rows belong to the heir.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("worker is ending", e);
        }
        pending.clear();
    }

    @Override
    public void send() {
        send(results);
        send(rejects);
    }

    @Override
    public boolean isUnderWay() {
        return underWay;
    }

    @Override
    public void awaitAcknowledged() throws InterruptedException {
        send();
        delivery.awaitAcknowledged();
        underWay = false;
    }

    /** The rows of one stream that are not yet sent. */
    private static final class Pending {
        private final String stream;
        private List<PutRecordsRequestEntry> entries = new ArrayList<>(REQUEST_RECORDS);
        private int bytes;

        Pending(String stream) {
            this.stream = stream;
        }

        void clear() {
            // The request keeps the old list, for its retries.
            entries = new ArrayList<>(REQUEST_RECORDS);
            bytes = 0;
        }
    }
}
