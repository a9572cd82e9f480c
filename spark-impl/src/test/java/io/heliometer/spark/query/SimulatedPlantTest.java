package io.heliometer.spark.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.spark.GoldenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small plant with everything that goes wrong in one, against the oracle. */
@Timeout(value = GoldenRun.LIMIT_MINUTES, unit = TimeUnit.MINUTES)
final class SimulatedPlantTest {
    private static final int BATCHES = 4;
    private static final int VERSION_COLUMN = 6;
    private static final Workload PLANT = new SimulatedWorkload(new WorkloadSpec(
            2,
            400,
            2,
            WorkloadSpec.MIDSUMMER_MORNING_MILLIS,
            32,
            new Disorder(20_000, 2_000, 2_000, 5_000, 1_000, 100_000, 50_000, 5_000, 5_000)));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Q1", "Q2", "Q5", "Q6", "M"})
    void plant_withRestarts_isWhatTheOracleSays(String query) throws Exception {
        GoldenRun run = GoldenRun.of(PLANT, records(), query, "default", BATCHES, folder);

        assertThat(run.results()).isEqualTo(expected(query, OutputTopic.RESULTS));
        assertThat(run.rejects()).isEqualTo(expected(query, OutputTopic.REJECTS));
        assertThat(run.droppedCount()).isZero();
    }

    @Test
    void plant_hasUnregisteredReadingsAndOnesOfAnAnnouncedVersion() {
        assertThat(expected("Q2", OutputTopic.REJECTS)).anyMatch(row -> row.endsWith(",9"));
        assertThat(expected("Q2", OutputTopic.RESULTS))
                .anyMatch(row -> row.split(",", -1)[VERSION_COLUMN].equals("2"));
    }

    /** Returns the records of all partitions in the order in which they are due. */
    private static List<ScheduledRecord> records() {
        List<ScheduledRecord> records = new ArrayList<>();
        for (int partition = 0; partition < PLANT.partitions(); partition++) {
            RecordCursor cursor = PLANT.open(partition);
            for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
                records.add(next);
            }
        }
        records.sort(Comparator.comparingLong(ScheduledRecord::dueMillis));
        return records;
    }

    private static List<String> expected(String query, OutputTopic topic) {
        return Oracle.answer(query, PLANT).stream()
                .filter(row -> row.topic() == topic)
                .map(ExpectedRow::row)
                .sorted()
                .toList();
    }
}
