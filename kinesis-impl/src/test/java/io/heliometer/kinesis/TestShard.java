package io.heliometer.kinesis;

import io.heliometer.common.engine.Job;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.wire.SunFile;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.SnapshotPace;
import io.heliometer.kinesis.internal.Watch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private final String id;
    private final Topology topology;
    private final FakeRows rows;
    private final Watch watch = new Watch();
    private final MemorySnapshots snapshots = new MemorySnapshots();
    private FakeLease lease = new FakeLease();

    /** Takes a shard that nobody has read yet, which is saved between any two batches. */
    TestShard(Job job, List<ScheduledRecord> scheduled, FakeRows rows, DroppedRecords dropped)
            throws IOException {
        this(job, scheduled, rows, dropped, new SnapshotPace(0, 0, () -> 0));
    }

    /** Takes a shard that nobody has read yet; readers of all shards may share the output. */
    TestShard(
            Job job,
            List<ScheduledRecord> scheduled,
            FakeRows rows,
            DroppedRecords dropped,
            SnapshotPace pace)
            throws IOException {
        this.rows = rows;
        this.id = "shardId-" + scheduled.get(0).partition();
        this.topology = new Topology(
                job,
                () -> rows,
                dropped,
                new Topology.Host(watch, TestShard::number, snapshots, pace));
        pack(scheduled);
    }

    private static int number(String shard) {
        return Integer.parseInt(shard.substring(shard.indexOf('-') + 1));
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
        ShardRecordProcessor reader = open();
        goOn(reader, next(), until, batch);
        return reader;
    }

    /** Starts a reader at the checkpoint. */
    ShardRecordProcessor open() {
        ShardRecordProcessor reader = topology.shardRecordProcessor();
        reader.initialize(InitializationInput.builder()
                .shardId(id)
                .extendedSequenceNumber(lease.position())
                .build());
        return reader;
    }

    /** Returns the number of the first record behind the checkpoint. */
    int next() {
        int next = 0;
        while (next < records.size() && position(next).compareTo(lease.position()) <= 0) {
            next++;
        }
        return next;
    }

    /** Hands records to a reader, which writes checkpoints to the lease as it is now. */
    void goOn(ShardRecordProcessor reader, int from, int until, int batch) {
        goOn(reader, from, until, batch, lease);
    }

    /** Hands records to a reader that believes to have a lease. */
    void goOn(ShardRecordProcessor reader, int from, int until, int batch, FakeLease believed) {
        for (int next = from; next < until; next += batch) {
            List<KinesisClientRecord> part = records.subList(next, Math.min(until, next + batch));
            believed.read(position(next + part.size() - 1));
            reader.processRecords(ProcessRecordsInput.builder()
                    .records(part)
                    .checkpointer(believed)
                    .build());
        }
    }

    /** Gives the lease to another worker, and returns the one that its owner had. */
    FakeLease passLease() {
        FakeLease lost = lease;
        lease = lost.pass();
        return lost;
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

    /** Reads some records and dies; returns the rows that arrived without acknowledgement. */
    List<String> readAndDie(int until, int batch, Random random) {
        var unused = read(until, batch);
        return rows.loseSome(random);
    }

    int size() {
        return records.size();
    }

    String id() {
        return id;
    }

    MemorySnapshots snapshots() {
        return snapshots;
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
        Path sun = folder.resolve("sun.bin");
        SunFile.write(workload.sun(), sun);
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
        values.put("sun.file", sun.toString());
        values.put("work.dir", folder.toString());
        return new Job(values);
    }
}
