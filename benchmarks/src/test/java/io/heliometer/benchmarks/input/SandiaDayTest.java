package io.heliometer.benchmarks.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.oracle.Oracle;
import io.heliometer.common.wire.OutputTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documented example, on a real day of two 6 kW systems, where the file is at hand. */
final class SandiaDayTest {
    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Path DATA = ROOT.resolveSibling("shared").resolve("data");
    private static final Path MAPPING =
            ROOT.resolve("docs/examples/sandia-6kw").resolve(RecordedInput.MAPPING_FILE);

    private RecordedInput input;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(
                Files.isReadable(DATA.resolve("sandia_baseline6kW_2015_11_11_1min.dat.gz")),
                "the recorded day is not beside the project: " + DATA);
        input = RecordedInput.open(DATA, MAPPING);
    }

    private List<String> rows(String query, OutputTopic topic) {
        return Oracle.answer(query, input.workload(2)).stream()
                .filter(row -> row.topic() == topic)
                .map(ExpectedRow::row)
                .toList();
    }

    @Test
    void day_givesOneRecordPerStringAndMinute() {
        InputSummary summary = input.summary();

        assertThat(summary.rowCount()).isEqualTo(1_351);
        assertThat(summary.recordCount()).isEqualTo(4 * 1_351);
        assertThat(summary.malformed().recordCount()).isZero();
        assertThat(summary.absentCellCount()).isZero();
        assertThat(summary.order()).isEqualTo(new InputSummary.Order(0, 0));
        assertThat(input.irradiance()).hasSize(2 * 1_351);
    }

    @Test
    void day_breaksOffNinetyMinutesBeforeMidnight() {
        long end = Instant.parse("2015-11-12T05:30:00Z").toEpochMilli();
        long midnight = Instant.parse("2015-11-12T07:00:00Z").toEpochMilli();

        assertThat(input.summary().gaps()).isEmpty();
        assertThat(input.summary().uncovered()).containsExactly(new Gap(end, midnight, 4));
        assertThat(input.summary().text())
                .contains("day not covered: 2015-11-11 22:30:00 to 2015-11-12 00:00:00, 5,400 s");
    }

    @Test
    void everyRecord_isTrusted() {
        assertThat(rows("Q0", OutputTopic.RESULTS)).hasSize(4 * 1_351);
        assertThat(rows("Q0", OutputTopic.REJECTS)).isEmpty();
    }

    @Test
    void secondString_ofBothSystemsIsDead() {
        assertThat(Fixture.readings(input, 1))
                .extracting(PanelReading::currentMilliAmperes)
                .allMatch(current -> -1 <= current && current <= 0);
        assertThat(Fixture.readings(input, 3))
                .extracting(PanelReading::currentMilliAmperes)
                .allMatch(current -> 17 <= current && current <= 24);
        assertThat(Fixture.readings(input, 0))
                .extracting(PanelReading::currentMilliAmperes)
                .contains(9_063);
    }

    @Test
    void rollup_hasOneRowPerStringAndFiveMinutes() {
        List<String> rows = rows("Q3", OutputTopic.RESULTS);

        // 23:55 of the day before holds the minute that the logger stamped 00:00; the last is
        // 22:25.
        assertThat(rows).hasSize(4 * 271);
        // Noon, computed from the file by other means: both second strings yield next to nothing.
        assertThat(rows)
                .contains(
                        "0,1447268400000,5,0,935896080,355500,357917,356664,2947,1000000",
                        "1,1447268400000,5,0,0,355500,357917,356664,3073,1000000",
                        "2,1447268400000,5,0,950031540,364400,365767,364903,3218,1000000",
                        "3,1447268400000,5,0,2189400,364400,365767,364903,3321,1000000");
    }
}
