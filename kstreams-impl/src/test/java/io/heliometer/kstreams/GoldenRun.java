package io.heliometer.kstreams;

import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.workload.ScheduledRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a golden case: one task per partition, the union of what they write. */
public final class GoldenRun {
    private final List<String> results = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();
    private long droppedCount;

    private GoldenRun() {}

    /** Runs a case from the first to the last record. */
    public static GoldenRun of(GoldenCase golden, String query, String variant, Path folder)
            throws IOException {
        GoldenRun run = new GoldenRun();
        for (int partition = 0; partition < golden.partitions(); partition++) {
            Path own = Files.createDirectory(folder.resolve("partition-" + partition));
            try (TestTask task = new TestTask(golden, query, variant, own)) {
                records(golden, partition).forEach(task::accept);
                run.collect(task);
            }
        }
        return run;
    }

    /**
     * Runs one partition of a case, but the task dies after some records and another one goes on
     * with its state, at the next record, with a new clock.
     *
     * @param storeName the store to hand over
     * @param deathAfter how many records the first task processes
     */
    public static GoldenRun interrupted(
            GoldenCase golden, String query, String storeName, int deathAfter, Path folder)
            throws IOException {
        GoldenRun run = new GoldenRun();
        for (int partition = 0; partition < golden.partitions(); partition++) {
            List<ScheduledRecord> records = records(golden, partition);
            int cut = Math.min(deathAfter, records.size());
            Path own = Files.createDirectory(folder.resolve("partition-" + partition));
            Path heirs = Files.createDirectory(folder.resolve("heir-" + partition));
            try (TestTask task = new TestTask(golden, query, "tuned", own);
                    TestTask heir = new TestTask(golden, query, "tuned", heirs)) {
                records.subList(0, cut).forEach(task::accept);
                heir.restoreFrom(task, storeName);
                records.subList(cut, records.size()).forEach(heir::accept);
                run.collect(task);
                run.collect(heir);
            }
        }
        return run;
    }

    private void collect(TestTask task) {
        results.addAll(task.results());
        rejects.addAll(task.rejects());
        droppedCount += task.droppedCount();
    }

    private static List<ScheduledRecord> records(GoldenCase golden, int partition) {
        return golden.records().stream()
                .filter(scheduled -> scheduled.partition() == partition)
                .toList();
    }

    /** Returns all rows of the results topic, sorted. */
    public List<String> results() {
        return results.stream().sorted().toList();
    }

    /** Returns all rows of the rejects topic, sorted. */
    public List<String> rejects() {
        return rejects.stream().sorted().toList();
    }

    /** Returns how many accepted records were dropped as late. */
    public long droppedCount() {
        return droppedCount;
    }
}
