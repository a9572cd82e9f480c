package io.heliometer.kinesis;

import io.heliometer.common.engine.Job;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.kinesis.internal.DroppedRecords;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a golden case: one reader per shard, the union of what they write. */
public final class GoldenRun {
    private final FakeRows rows = new FakeRows();
    private final DroppedRecords dropped = new DroppedRecords();

    private GoldenRun() {}

    /**
     * Runs a case from the first to the last record.
     *
     * @param batch records per call of the reader
     */
    public static GoldenRun of(GoldenCase golden, String query, int batch, Path folder)
            throws IOException {
        return interrupted(golden, query, 0, batch, folder);
    }

    /**
     * Runs a case, but the reader of each shard dies after some records, with its rows under way,
     * and another one goes on at the checkpoint.
     *
     * @param deathAfter how many records the first reader sees
     */
    public static GoldenRun interrupted(
            GoldenCase golden, String query, int deathAfter, int batch, Path folder)
            throws IOException {
        GoldenRun run = new GoldenRun();
        Job job = TestShard.job(golden, query, folder);
        for (int partition = 0; partition < golden.partitions(); partition++) {
            TestShard shard =
                    new TestShard(job, TestShard.records(golden, partition), run.rows, run.dropped);
            shard.readAndDie(Math.min(deathAfter, shard.size()), batch);
            shard.readToEnd(batch);
        }
        return run;
    }

    /** Returns all rows of the results stream, sorted. */
    public List<String> results() {
        return rows.of("results");
    }

    /** Returns all rows of the rejects stream, sorted. */
    public List<String> rejects() {
        return rows.of("rejects");
    }

    /** Returns how many accepted records were dropped as late. */
    public long droppedCount() {
        return dropped.count();
    }
}
