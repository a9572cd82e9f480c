package io.heliometer.flink.query;

import io.heliometer.common.engine.Job;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.flink.testkit.Crash;
import io.heliometer.flink.testkit.GoldenRun;
import io.heliometer.flink.testkit.InProcess;
import io.heliometer.flink.testkit.RecordSource;
import io.heliometer.flink.testkit.Rough;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that fails and goes on from its checkpoint writes each row once. */
@ExtendWith(InProcess.class)
final class RestoreTest {
    @TempDir
    Path folder;

    private static Workload workload(String query) {
        return query.equals("Q5") ? Rough.whole(42) : Rough.wild(42, 30);
    }

    @ParameterizedTest
    @CsvSource({
        "Q1, default",
        "Q2, tuned",
        "Q5, default",
        "Q5, tuned",
        "Q6, default",
        "Q6, tuned",
        "M, default",
        "M, tuned"
    })
    void crashInMidStream_changesNoRow(String query, String variant) throws Exception {
        Workload workload = workload(query);
        List<ScheduledRecord> records = RecordSource.merged(workload);

        assertRows(
                InProcess.job(query, variant, workload, folder),
                workload,
                records,
                records.size() / 2);
    }

    /** State as bytes: each read gives a new object, and nothing that is changed in place stays. */
    @ParameterizedTest
    @ValueSource(strings = {"Q1", "Q2", "Q3", "Q5", "Q6", "M"})
    void crashInMidStream_changesNoRowWithRocksDb(String query) throws Exception {
        Workload workload = workload(query);
        List<ScheduledRecord> records = RecordSource.merged(workload);
        Job job =
                InProcess.job(query, "tuned", workload, folder, Map.of("state.backend", "rocksdb"));

        assertRows(job, workload, records, records.size() / 2);
    }

    @ParameterizedTest
    @CsvSource({"Q6, tuned", "M, default", "M, tuned"})
    void crashBeforeMostPartitionsWereHeardOf_changesNoRow(String query, String variant)
            throws Exception {
        Workload workload = workload(query);

        assertRows(
                InProcess.job(query, variant, workload, folder),
                workload,
                RecordSource.merged(workload),
                2);
    }

    /** The partitions one after the other: at the crash some are at their end, some not begun. */
    @ParameterizedTest
    @CsvSource({"Q1, default", "Q3, tuned", "Q5, tuned", "Q6, tuned", "M, default"})
    void crashBehindTheEndOfAPartition_changesNoRow(String query, String variant) throws Exception {
        Workload workload = workload(query);
        List<ScheduledRecord> records = RecordSource.merged(workload).stream()
                .sorted(Comparator.comparingInt(ScheduledRecord::partition))
                .toList();

        assertRows(
                InProcess.job(query, variant, workload, folder),
                workload,
                records,
                records.size() * 5 / 8);
    }

    private void assertRows(Job job, Workload workload, List<ScheduledRecord> records, int crashAt)
            throws Exception {
        GoldenRun.assertOracle(
                job.query(),
                workload,
                InProcess.runWithCrash(job, records, folder, Crash.at(crashAt, 300)));
    }
}
