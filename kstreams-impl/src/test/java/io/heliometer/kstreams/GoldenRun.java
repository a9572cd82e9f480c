package io.heliometer.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs a workload: one task per partition, the union of what they write. */
public final class GoldenRun {
    private final List<String> results = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();
    private long droppedCount;

    private GoldenRun() {}

    /** Runs a workload from the first to the last record. */
    public static GoldenRun of(TestTask.Plan plan, Path folder) throws IOException {
        GoldenRun run = new GoldenRun();
        for (int partition = 0; partition < plan.workload().partitions(); partition++) {
            Path own = Files.createDirectory(folder.resolve("partition-" + partition));
            try (TestTask task = new TestTask(plan, partition, own, null)) {
                records(plan.workload(), partition).forEach(task::accept);
                run.collect(task);
            }
        }
        return run;
    }

    /**
     * Runs a workload, but each task dies after some records and another one goes on with its
     * state, at the next record, with a new clock.
     *
     * @param deathAfter how many records the first task processes
     */
    public static GoldenRun interrupted(TestTask.Plan plan, int deathAfter, Path folder)
            throws IOException {
        GoldenRun run = new GoldenRun();
        for (int partition = 0; partition < plan.workload().partitions(); partition++) {
            List<ScheduledRecord> records = records(plan.workload(), partition);
            int cut = Math.min(deathAfter, records.size());
            Path own = Files.createDirectory(folder.resolve("partition-" + partition));
            Path heirs = Files.createDirectory(folder.resolve("heir-" + partition));
            try (TestTask task = new TestTask(plan, partition, own, null)) {
                records.subList(0, cut).forEach(task::accept);
                try (TestTask heir = new TestTask(plan, partition, heirs, task)) {
                    records.subList(cut, records.size()).forEach(heir::accept);
                    run.collect(task);
                    run.collect(heir);
                }
            }
        }
        return run;
    }

    /**
     * Returns after how many records to interrupt: any number in a short case, a dozen in a long
     * one.
     */
    public static int[] cuts(GoldenCase golden) {
        int size = golden.records().size();
        int step = Math.max(1, size / 12);
        return IntStream.rangeClosed(0, size).filter(cut -> cut % step == 0).toArray();
    }

    private void collect(TestTask task) {
        results.addAll(task.results());
        rejects.addAll(task.rejects());
        droppedCount += task.droppedCount();
    }

    private static List<ScheduledRecord> records(Workload workload, int partition) {
        List<ScheduledRecord> records = new ArrayList<>();
        RecordCursor cursor = workload.open(partition);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            records.add(next);
        }
        return records;
    }

    /** Fails unless the rows are those of the case, and nothing was dropped. */
    public void assertGives(GoldenCase golden) {
        assertThat(sorted(results)).isEqualTo(golden.results());
        assertThat(sorted(rejects)).isEqualTo(golden.rejects());
        assertThat(droppedCount).isZero();
    }

    /** Fails unless the rows are those of the oracle, there are some, and nothing was dropped. */
    public void assertGivesWhatTheOracleGives(TestTask.Plan plan) {
        List<ExpectedRow> expected = Oracle.answer(plan.query(), plan.workload());
        assertThat(sorted(results)).isEqualTo(rows(expected, OutputTopic.RESULTS));
        assertThat(sorted(rejects)).isEqualTo(rows(expected, OutputTopic.REJECTS));
        assertThat(droppedCount).isZero();
    }

    private static List<String> rows(List<ExpectedRow> expected, OutputTopic topic) {
        return expected.stream()
                .filter(row -> row.topic() == topic)
                .map(ExpectedRow::row)
                .sorted()
                .toList();
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }
}
