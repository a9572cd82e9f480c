package io.heliometer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = GoldenRun.LIMIT_MINUTES, unit = TimeUnit.MINUTES)
final class EventTimeTest {
    private static final long AHEAD_MILLIS = 3_000_000;
    private static final GoldenCase PLANT = GoldenCase.all("Q3")
            .filter(golden -> golden.partitions() == 2)
            .findFirst()
            .orElseThrow();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void partitionAhead_closesNoWindowOfAnother() throws Exception {
        GoldenRun run = afterOnePartitionRanAhead(Map.of("clock", "partition"));

        assertThat(run.droppedCount()).isZero();
        assertThat(run.results()).anyMatch(row -> row.contains(",0,2,0,"));
    }

    @Test
    void partitionAhead_closesWindowsOfAnother_withOneClockAndNoSkew() throws Exception {
        GoldenRun run = afterOnePartitionRanAhead(Map.of(
                "clock", "topic",
                "watermark.skew.ms", "0"));

        assertThat(run.droppedCount()).isEqualTo(1);
        assertThat(run.results()).anyMatch(row -> row.contains(",0,1,0,"));
    }

    @Test
    void partitionAhead_isCoveredBySkew_withOneClock() throws Exception {
        GoldenRun run = afterOnePartitionRanAhead(
                Map.of("clock", "topic", "watermark.skew.ms", Long.toString(AHEAD_MILLIS)));

        assertThat(run.droppedCount()).isZero();
        assertThat(run.results()).anyMatch(row -> row.contains(",0,2,0,"));
    }

    /** Partition 1 is far ahead when the second record of partition 0 is read; then both end. */
    private GoldenRun afterOnePartitionRanAhead(Map<String, String> settings) throws Exception {
        GoldenRun run = new GoldenRun(
                PLANT, GoldenRun.job(PLANT, "Q3", "default", settings, folder), folder);
        run.start();
        run.add(List.of(sample(0, 0), sample(1, AHEAD_MILLIS)));
        run.awaitRead();
        run.add(List.of(sample(0, 60_000)));
        run.awaitRead();
        run.add(Stream.of(0, 1).map(EventTimeTest::flush).toList());
        run.awaitRead();
        run.stop();
        return run;
    }

    private static ScheduledRecord sample(int site, long timeMillis) {
        int device = PLANT.registry().panels().stream()
                .filter(panel -> panel.site() == site)
                .findFirst()
                .orElseThrow()
                .device();
        return scheduled(
                site,
                new PanelReading(
                        device, 1, timeMillis, timeMillis, 34_000, 10_000, 2_500, 0, false));
    }

    private static ScheduledRecord flush(int partition) {
        return scheduled(partition, PanelReading.flushAt(PLANT.horizon().flushTimeMillis()));
    }

    private static ScheduledRecord scheduled(int partition, PanelReading reading) {
        return new ScheduledRecord(partition, 0, 0, ReadingCodec.encode(reading));
    }
}
