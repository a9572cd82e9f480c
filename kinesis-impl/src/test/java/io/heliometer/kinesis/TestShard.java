package io.heliometer.kinesis;

import io.heliometer.common.engine.Job;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.Watch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * One shard in the test's own process, read by the real topology as KCL would let it: from the
 * checkpoint on, in batches, until the reader dies. The records are packed in aggregates of one to
 * three, so that positions are what the Kinesis Producer Library makes of them.
 */
final class TestShard {
    private static final int AGGREGATE_SIZES = 3;

    private final List<KinesisClientRecord> records = new ArrayList<>();
    private final Topology topology;
    private final FakeRows rows;
    private final Watch watch;
    private final FakeLease lease = new FakeLease();

    /** Takes a shard that nobody has read yet; readers of all shards may share the output. */
    TestShard(Job job, List<ScheduledRecord> scheduled, FakeRows rows, DroppedRecords dropped)
            throws IOException {
        this.rows = rows;
        this.watch = new Watch();
        this.topology = new Topology(job, () -> rows, watch, dropped);
        pack(scheduled);
    }

    private void pack(List<ScheduledRecord> scheduled) {
        long sequence = 0;
        int left = 0;
        long subSequence = 0;
        for (ScheduledRecord next : scheduled) {
            if (left == 0) {
                sequence++;
                left = 1 + (int) (sequence % AGGREGATE_SIZES);
                subSequence = 0;
            }
            records.add(KinesisClientRecord.builder()
                    .sequenceNumber(Long.toString(1000 + sequence))
                    .subSequenceNumber(subSequence++)
                    .data(ByteBuffer.wrap(next.payload()).asReadOnlyBuffer())
                    .build());
            left--;
        }
    }

    static List<ScheduledRecord> records(Workload workload, int partition) {
        List<ScheduledRecord> records = new ArrayList<>();
        RecordCursor cursor = workload.open(partition);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            records.add(next);
        }
        return records;
    }

    /**
     * Starts a reader at the checkpoint and hands it records.
     *
     * @param until how many records of the shard may be read, counted from the shard's start
     * @param batch records per call
     * @return the reader, alive
     */
    ShardRecordProcessor read(int until, int batch) {
        ShardRecordProcessor reader = topology.shardRecordProcessor();
        reader.initialize(InitializationInput.builder()
                .shardId("shardId-0")
                .extendedSequenceNumber(lease.position())
                .build());
        int next = 0;
        while (next < until && position(next).compareTo(lease.position()) <= 0) {
            next++;
        }
        for (; next < until; next += batch) {
            List<KinesisClientRecord> part = records.subList(next, Math.min(until, next + batch));
            lease.read(position(next + part.size() - 1));
            reader.processRecords(ProcessRecordsInput.builder()
                    .records(part)
                    .checkpointer(lease)
                    .build());
        }
        return reader;
    }

    private ExtendedSequenceNumber position(int index) {
        KinesisClientRecord message = records.get(index);
        return new ExtendedSequenceNumber(message.sequenceNumber(), message.subSequenceNumber());
    }

    /** Reads some records and dies, with all rows lost that were not acknowledged. */
    void readAndDie(int until, int batch) {
        var unused = read(until, batch);
        rows.lose();
    }

    /** Reads to the end, and every row arrives. */
    void readToEnd(int batch) {
        var unused = read(records.size(), batch);
        rows.awaitAcknowledged();
    }

    int size() {
        return records.size();
    }

    FakeLease lease() {
        return lease;
    }

    Watch watch() {
        return watch;
    }

    static Job job(Workload workload, String query, Path folder) throws IOException {
        Path registry = folder.resolve("registry.bin");
        RegistryFile.write(workload.registry(), registry);
        Map<String, String> values = new HashMap<>();
        values.put("query", query);
        values.put("variant", "default");
        values.put("application.id", "golden");
        values.put("region", "us-east-1");
        values.put("topic.panel", "panel");
        values.put("topic.results", "results");
        values.put("topic.rejects", "rejects");
        values.put("partitions", Integer.toString(workload.partitions()));
        values.put("horizon.start", Long.toString(workload.horizon().startMillis()));
        values.put("horizon.end", Long.toString(workload.horizon().endMillis()));
        values.put("lateness", "120000");
        values.put("registry.file", registry.toString());
        values.put("work.dir", folder.toString());
        return new Job(values);
    }
}
