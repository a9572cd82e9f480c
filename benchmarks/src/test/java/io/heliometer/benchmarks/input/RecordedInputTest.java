package io.heliometer.benchmarks.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordedInputTest {
    private static final long NOON = Instant.parse("2024-06-01T11:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final int ABSENT = PanelReading.ABSENT;

    private static PanelReading reading(
            int device, long sequence, int voltage, int current, int temperature) {
        long start = NOON + sequence * MINUTE;
        return new PanelReading(
                device, sequence, start, start + MINUTE, voltage, current, temperature, 0, false);
    }

    @Test
    void wideFile_givesOneReadingPerDeviceAndRow() throws IOException {
        RecordedInput input = Fixture.of("wide").open();

        assertThat(Fixture.readings(input, 0))
                .containsExactly(
                        reading(0, 0, 34_500, 8_250, 2_531),
                        reading(0, 1, 34_400, 8_200, 2_530),
                        reading(0, 2, 34_300, 8_100, 2_520));
        assertThat(Fixture.readings(input, 1))
                .containsExactly(
                        reading(1, 0, 33_000, 8_000, 2_400),
                        reading(1, 1, 33_100, 8_100, 2_410),
                        reading(1, 2, 33_200, 8_200, 2_420));
    }

    @Test
    void longFile_givesOneReadingPerRow() throws IOException {
        RecordedInput input = Fixture.of("long").open();

        // The stamps are the ends of the intervals: 12:00 +01:00 is the minute from 11:59.
        assertThat(Fixture.readings(input, 7))
                .containsExactly(
                        new PanelReading(7, 0, NOON - MINUTE, NOON, 33_000, 8_000, 0, 0, false),
                        new PanelReading(
                                7, 1, NOON, NOON + MINUTE, 33_100, 8_100, 2_550, 0, false));
        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::temperatureCentiCelsius)
                .containsExactly(2_500, -4_000);
    }

    @Test
    void toa5File_isReadBelowItsFourHeaderLines() throws IOException {
        RecordedInput input = Fixture.of("toa5").open();

        long midnight = Instant.parse("2024-06-01T07:00:00Z").toEpochMilli();
        assertThat(Fixture.readings(input, 0))
                .containsExactly(
                        new PanelReading(
                                0, 0, midnight, midnight + MINUTE, 412_500, 8_250, 2_501, 0, false),
                        new PanelReading(
                                0,
                                1,
                                midnight + MINUTE,
                                midnight + 2 * MINUTE,
                                ABSENT,
                                8_300,
                                2_500,
                                0,
                                false));
    }

    @Test
    void horizon_isFirstToLastEventTimePlusPeriod() throws IOException {
        assertThat(Fixture.of("wide").open().workload(1).horizon())
                .isEqualTo(new Horizon(NOON, NOON + 3 * MINUTE));
    }

    @Test
    void partitions_areAtMostTheSites() throws IOException {
        RecordedInput input = Fixture.of("wide").open();

        Workload workload = input.workload(5);

        assertThat(workload.partitions()).isEqualTo(2);
        assertThat(Fixture.records(workload, 0))
                .extracting(ScheduledRecord::key)
                .containsOnly(0);
        assertThat(Fixture.records(workload, 1))
                .extracting(ScheduledRecord::key)
                .containsExactly(1, 1, 1, 0, 0);
    }

    @Test
    void partition_endsWithTwoMarkersDueWithTheLastRecord() throws IOException {
        Workload workload = Fixture.of("wide").open().workload(2);

        List<ScheduledRecord> records = Fixture.records(workload, 1);
        PanelReading flush = PanelReading.flushAt(workload.horizon().flushTimeMillis());
        assertThat(records.subList(3, 5))
                .extracting(record -> ReadingCodec.decode(record.payload()))
                .containsExactly(flush, flush);
        assertThat(records.subList(2, 5))
                .extracting(ScheduledRecord::dueMillis)
                .containsOnly(NOON + 3 * MINUTE);
    }

    @Test
    void workload_isTheSameEachTimeItIsRead() throws IOException {
        Workload workload =
                Fixture.of("wide").file("unparsable-cell.csv").open().workload(2);

        assertThat(Fixture.records(workload, 0)).isEqualTo(Fixture.records(workload, 0));
    }

    @Test
    void irradiance_isKeptPerSite() throws IOException {
        assertThat(Fixture.of("wide").open().irradiance())
                .containsExactly(
                        new IrradianceSample(0, NOON, 800_000),
                        new IrradianceSample(0, NOON + MINUTE, 801_500),
                        new IrradianceSample(0, NOON + 2 * MINUTE, -1_500),
                        new IrradianceSample(1, NOON, 800_000),
                        new IrradianceSample(1, NOON + MINUTE, 801_500),
                        new IrradianceSample(1, NOON + 2 * MINUTE, -1_500));
    }

    @Test
    void sun_isKnownWhereASiteSaysWhereItIs() throws IOException {
        Fixture plant = Fixture.of("wide");
        Workload placed = plant.with("site.0.latitude.degrees", "35.054")
                .with("site.0.longitude.degrees", "-106.539")
                .open()
                .workload(2);

        assertThat(placed.sun().offsetMillisBySite()).containsExactly(Map.entry(0, -25_200_000L));
        assertThat(placed.sun().days()).allMatch(day -> day.site() == 0).isNotEmpty();
        assertThat(plant.open().workload(2).sun().days()).isEmpty();
    }

    @Test
    void severalFiles_areReadOneAfterTheOther() throws IOException {
        RecordedInput input =
                Fixture.of("wide").file("next-hour.csv, plain.csv").open();

        assertThat(input.summary().order().outOfOrderRowCount()).isEqualTo(1);
        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::eventTimeMillis)
                .containsExactly(NOON, NOON + MINUTE, NOON + 2 * MINUTE, NOON + 60 * MINUTE);
    }

    @Test
    void summaryText_tellsWhatWasRead() throws IOException {
        RecordedInput input = Fixture.of("wide").file("unparsable-cell.csv").open();

        assertThat(input.summary().text())
                .contains(
                        "rows       3 rows, 6 records of 2 devices, one per 60 s",
                        "span       2024-06-01 12:00:00 to 2024-06-01 12:03:00 (UTC+01:00)",
                        "malformed  1 records, because of 2 cells or rows",
                        "unparsable-cell.csv line 3 column A voltage: 34.x",
                        "column     A voltage: 34 to 34.5 V, 2 present, 0 absent");
    }
}
