package io.heliometer.flink.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.flink.internal.EngineDropped;
import io.heliometer.flink.testkit.CollectingSink;
import io.heliometer.flink.testkit.InProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cannot happen in a partition that is written in order of received time, and would make a
 * trial invalid: records behind the watermark. Here they are written in the wrong order. One
 * subtask and watermarks that are sent with the record: nothing is left to chance.
 */
@ExtendWith(InProcess.class)
final class LateRecordsTest {
    private static final long START_MILLIS = WorkloadSpec.MIDSUMMER_MORNING_MILLIS;

    /** After it the first hour is closed for every query. */
    private static final long FAR_MILLIS = START_MILLIS + 65 * 60_000;

    private static final Workload WORKLOAD =
            new SimulatedWorkload(new WorkloadSpec(1, 100, 1, START_MILLIS, 70, Disorder.NONE));
    private static final Panel PANEL = WORKLOAD.registry().panels().get(0);

    @TempDir
    Path folder;

    /** A reading, a copy of it, and a reject: M counts the reading in Q3, Q5 and Q6. */
    @ParameterizedTest
    @CsvSource({"Q0, 1", "Q1, 1", "Q2, 0", "Q3, 2", "Q5, 2", "Q6, 2", "M, 5"})
    void recordsBehindTheWatermark_areCounted(String query, int dropped) throws Exception {
        long droppedBefore = EngineDropped.count();

        run(query, "late", far(1), sample(2), sample(2), spoiled(3), far(4));

        assertThat(EngineDropped.count() - droppedBefore).isEqualTo(dropped);
    }

    @ParameterizedTest
    @CsvSource({"Q3", "Q5", "Q6", "M"})
    void recordsBehindTheWatermark_areNotAdded(String query) throws Exception {
        CollectingSink with = run(query, "late", far(1), sample(2), far(4));
        CollectingSink without = run(query, "twin", far(1), far(4));

        assertThat(with.rows(OutputTopic.RESULTS)).isEqualTo(without.rows(OutputTopic.RESULTS));
    }

    private CollectingSink run(String query, String name, PanelReading... readings)
            throws Exception {
        Path work = Files.createDirectory(folder.resolve(name));
        List<ScheduledRecord> records = new ArrayList<>();
        for (PanelReading reading : readings) {
            records.add(record(reading));
        }
        records.add(record(PanelReading.flushAt(WORKLOAD.horizon().endMillis() + 2 * 86_400_000L)));
        return InProcess.run(InProcess.job(query, "tuned", WORKLOAD, work), records, work, 1);
    }

    private static ScheduledRecord record(PanelReading reading) {
        return new ScheduledRecord(
                0, reading.device(), reading.receivedTimeMillis(), ReadingCodec.encode(reading));
    }

    private static PanelReading far(long sequence) {
        return reading(sequence, FAR_MILLIS, PANEL.vmp0MilliVolts());
    }

    private static PanelReading sample(long sequence) {
        return reading(sequence, START_MILLIS, PANEL.vmp0MilliVolts());
    }

    private static PanelReading spoiled(long sequence) {
        return reading(sequence, START_MILLIS, 2 * PANEL.voc0MilliVolts());
    }

    private static PanelReading reading(long sequence, long timeMillis, int milliVolts) {
        return new PanelReading(
                PANEL.device(),
                sequence,
                timeMillis,
                timeMillis,
                milliVolts,
                PANEL.imp0MilliAmperes(),
                2_500,
                0,
                false);
    }
}
