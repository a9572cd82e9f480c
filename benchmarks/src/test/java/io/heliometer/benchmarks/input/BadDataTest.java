package io.heliometer.benchmarks.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.workload.ScheduledRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bad data is data: one trap per file of {@code input/wide} and {@code input/long}. */
final class BadDataTest {
    private static final long NOON = Instant.parse("2024-06-01T11:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final int ABSENT = PanelReading.ABSENT;

    private static RecordedInput wide(String file) throws IOException {
        return Fixture.of("wide").file(file).open();
    }

    private static List<Long> dues(RecordedInput input) {
        return Fixture.records(input.workload(1), 0).stream()
                .map(record -> (record.dueMillis() - NOON) / MINUTE)
                .toList();
    }

    @Test
    void absentMeasurements_areAbsentFields() throws IOException {
        RecordedInput input = wide("absent-measurements.csv");

        assertThat(Fixture.readings(input, 0))
                .extracting(
                        PanelReading::voltageMilliVolts,
                        PanelReading::currentMilliAmperes,
                        PanelReading::temperatureCentiCelsius)
                .containsExactly(tuple(ABSENT, ABSENT, 2_500), tuple(ABSENT, ABSENT, ABSENT));
        assertThat(input.summary().absentCellCount()).isEqualTo(5);
        assertThat(input.summary().malformed().cellCount()).isZero();
    }

    @Test
    void unparsableCell_makesItsRecordMalformed() throws IOException {
        RecordedInput input = wide("unparsable-cell.csv");

        assertThat(Fixture.malformed(input))
                .containsExactly(
                        "line 3 device 0: 2024-06-01T12:01,34.x,8.2,25.3,33.1,8.1,24.1,800");
        assertThat(input.summary().malformed())
                .isEqualTo(new InputSummary.Malformed(
                        1,
                        2,
                        List.of(
                                new MalformedCell("unparsable-cell.csv", 3, "A voltage", "34.x"),
                                new MalformedCell("unparsable-cell.csv", 4, "sun", "bright"))));
    }

    @Test
    void unparsableCell_usesUpTheSequenceOfItsDevice() throws IOException {
        RecordedInput input = wide("unparsable-cell.csv");

        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::sequence)
                .containsExactly(0L, 2L);
        assertThat(Fixture.readings(input, 1))
                .extracting(PanelReading::sequence)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void malformedRecord_isRejectedByTheOracle() throws IOException {
        List<ExpectedRow> rows = Oracle.answer("Q0", wide("unparsable-cell.csv").workload(2));

        assertThat(rows.stream().filter(row -> row.topic() == OutputTopic.REJECTS))
                .singleElement()
                .extracting(ExpectedRow::row)
                .asString()
                .endsWith(",,1");
    }

    @Test
    void valueBeyondInt32_makesItsRecordMalformed() throws IOException {
        RecordedInput input = wide("value-beyond-int32.csv");

        assertThat(input.summary().malformed().examples())
                .extracting(MalformedCell::text)
                .containsExactly("2147483.648", "-2147483.648", "1e999999999");
        assertThat(Fixture.readings(input, 0)).isEmpty();
        assertThat(Fixture.readings(input, 1))
                .extracting(PanelReading::voltageMilliVolts)
                .contains(Integer.MAX_VALUE);
    }

    @Test
    void unparsableTime_isDueWithTheRowAbove() throws IOException {
        RecordedInput input = wide("unparsable-time.csv");

        // The first row has no row above: it is due with the first good one. 30 February is no day.
        assertThat(Fixture.malformed(input))
                .extracting(text -> text.substring(0, 15))
                .containsExactly(
                        "line 2 device 0", "line 2 device 1", "line 4 device 0", "line 4 device 1");
        assertThat(dues(input)).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 2L, 2L, 2L, 2L);
    }

    @Test
    void tooFewCells_makeEveryRecordOfTheRowMalformed() throws IOException {
        RecordedInput input = wide("too-few-cells.csv");

        assertThat(Fixture.malformed(input)).hasSize(2);
        assertThat(input.summary().malformed().examples())
                .containsExactly(new MalformedCell(
                        "too-few-cells.csv",
                        3,
                        MalformedCell.WHOLE_ROW,
                        "2024-06-01T12:01,34.5,8."));
    }

    @Test
    void tooManyCells_areMalformedUnlessEmpty() throws IOException {
        RecordedInput input = wide("too-many-cells.csv");

        assertThat(input.summary().malformed().examples())
                .extracting(MalformedCell::line)
                .containsExactly(3L);
    }

    @Test
    void unclosedQuote_spoilsOnlyItsRow() throws IOException {
        RecordedInput input = wide("unclosed-quote.csv");

        assertThat(input.summary().malformed().recordCount()).isEqualTo(2);
        assertThat(Fixture.readings(input, 0)).hasSize(2);
    }

    @Test
    void controlCharacters_doNotParseAsReading() throws IOException {
        // The row is a valid reading to the letter, were it sent as it stands.
        RecordedInput input = wide("control-characters.csv");

        assertThat(input.summary().malformed().recordCount()).isEqualTo(2);
        assertThat(Fixture.malformed(input)).hasSize(2);
    }

    @Test
    void rowsOutOfOrder_areSortedByReceivedTime() throws IOException {
        RecordedInput input = wide("out-of-order.csv");

        assertThat(dues(input)).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L, 4L, 4L);
        assertThat(input.summary().order()).isEqualTo(new InputSummary.Order(1, 0));
        assertThat(input.summary().text()).contains("1 rows out of time order, sorted by");
        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::sequence)
                .containsExactly(1L, 2L, 0L, 3L);
    }

    @Test
    void duplicateTime_isKept() throws IOException {
        RecordedInput input = wide("duplicate-time.csv");

        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::sequence, PanelReading::eventTimeMillis)
                .containsExactly(tuple(0L, NOON), tuple(1L, NOON), tuple(2L, NOON + MINUTE));
        assertThat(input.summary().order().repeatedStampCount()).isEqualTo(2);
    }

    @Test
    void gaps_areReportedAndNotFilled() throws IOException {
        InputSummary summary = wide("gaps.csv").summary();

        assertThat(summary.recordCount()).isEqualTo(10);
        assertThat(summary.gaps())
                .containsExactly(
                        new Gap(NOON + 2 * MINUTE, NOON + 5 * MINUTE, 2),
                        new Gap(NOON + 7 * MINUTE, NOON + 8 * MINUTE, 2));
        assertThat(summary.longestGap()).contains(summary.gaps().get(0));
    }

    @Test
    void oneDeviceSilent_isAGapOfThatDevice() throws IOException {
        InputSummary summary =
                Fixture.of("long").file("one-device-silent.csv").open().summary();

        assertThat(summary.gaps())
                .containsExactly(
                        new Gap(NOON - MINUTE, NOON, 1),
                        new Gap(NOON + MINUTE, NOON + 2 * MINUTE, 1));
    }

    @Test
    void halfUp_roundsTowardsPositiveInfinity() throws IOException {
        RecordedInput input = wide("half-up.csv");

        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::voltageMilliVolts)
                .containsExactly(34_001, 34_000);
        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::currentMilliAmperes)
                .containsExactly(1, -1);
        assertThat(Fixture.readings(input, 1))
                .extracting(PanelReading::temperatureCentiCelsius)
                .containsExactly(0, -1);
    }

    @Test
    void byteOrderMarkAndCrlf_areNotPartOfTheCells() throws IOException {
        InputSummary summary = wide("byte-order-mark-and-crlf.csv").summary();

        assertThat(summary.rowCount()).isEqualTo(2);
        assertThat(summary.malformed().cellCount()).isZero();
    }

    @Test
    void decimalComma_refusesAPoint() throws IOException {
        RecordedInput input = Fixture.of("wide")
                .file("decimal-comma.csv")
                .with("csv.separator", ";")
                .with("decimal.mark", ",")
                .open();

        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::voltageMilliVolts)
                .containsExactly(34_500);
        assertThat(input.summary().malformed().examples())
                .extracting(MalformedCell::text)
                .containsExactly("1.034,5");
    }

    @Test
    void unregisteredDevice_isSentForTheEnginesToReject() throws IOException {
        RecordedInput input = Fixture.of("long").file("unregistered-device.csv").open();

        assertThat(Fixture.readings(input, 42)).hasSize(1);
        assertThat(Oracle.answer("Q0", input.workload(2)))
                .filteredOn(row -> row.topic() == OutputTopic.REJECTS)
                .extracting(ExpectedRow::row)
                .containsExactly("42,0,2");
    }

    @Test
    void unreadableDevice_isMalformedWithKeyZero() throws IOException {
        RecordedInput input = Fixture.of("long").file("unreadable-device.csv").open();

        assertThat(Fixture.malformed(input)).hasSize(1);
        assertThat(Fixture.records(input.workload(2), 0))
                .extracting(ScheduledRecord::key)
                .containsOnly(0);
        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::sequence)
                .containsExactly(0L, 1L);
    }
}
