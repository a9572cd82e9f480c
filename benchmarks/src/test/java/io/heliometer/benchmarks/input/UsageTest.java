package io.heliometer.benchmarks.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong mappings and unusable files are told to the user, with the next step. */
final class UsageTest {
    private static void assertUsage(Fixture fixture, String... parts) {
        assertThatThrownBy(fixture::open)
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll(parts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    time.colum               | time  | nearest known one is time.column
                    device.0.voltage.colum   | x     | nearest known one is device.0.voltage.column
                    device.0.pdc.watts       | 1     | nearest known one is device.0.pdc0.watts
                    site.0.irradiance.units  | W/m2  | nearest known one is site.0.irradiance.unit
                    site.0.latitude.degrees  | 35    | must be set: site.0.longitude.degrees
                    site.0.latitude.degree   | 35    | nearest known one is site.0.latitude.degrees
                    device.x.site            | 0     | id in device.x.site must be an integer
                    device.2000000000.site   | 0     | between 0 and 999999
                    device.0.voltage.unit    | kV    | voltage column A voltage must be one of V, mV, was kV
                    device.0.current.unit    | V     | must be one of A, mA, was V
                    device.1.temperature.unit| degC  | B temperature must be one of C, F, K, was degC
                    irradiance.unit          | W     | must be one of W/m2, kW/m2, was W
                    format                   | xlsx  | format must be one of csv, toa5, was xlsx
                    time.stamp               | middle| time.stamp must be one of start, end
                    time.format              | yyyy-b| time.format must be iso or a pattern
                    time.format              | yyyy  | check time.format
                    time.offset              | MST   | time.offset must be Z or an offset
                    period.seconds           | 900   | must divide 300 and be between 1 and 120
                    period.seconds           | 7     | must divide 300
                    device.1.inverter        | 0     | inverter 0 must belong to one parent
                    device.1.pdc0.watts      | 0     | pdc0MilliWatts must be >= 1, was 0
                    device.1.voc0.volts      | 1e9   | datasheet of device 1
                    device.1.region          | -1    | device.1.region must be an integer >= 0
                    device.1.name            | north | must not be set: device.1.name
                    voltage.column           | v     | use device.<id>.voltage.column
                    csv.separator            | ::    | csv.separator must be one character or tab
                    decimal.mark             | ;     | decimal.mark must be
                    file                     | a.csv | was not found
                    """)
    void wrongValue_isNamed(String key, String value, String message) {
        assertUsage(Fixture.of("wide").with(key, value), message);
    }

    @Test
    void placeWithoutSunrise_isNamed() {
        assertUsage(
                Fixture.of("wide")
                        .with("site.0.latitude.degrees", "78.2")
                        .with("site.0.longitude.degrees", "15.6"),
                "site.0.latitude.degrees",
                "latitudeDegrees must be within -65..65, was 78.2");
    }

    @ParameterizedTest
    @CsvSource({
        "time.offset, time.offset must be set",
        "time.stamp, key of the mapping must be set: time.stamp",
        "device.1.isc0.amperes, key of the mapping must be set: device.1.isc0.amperes",
        "device.1.voltage.unit, key of the mapping must be set: device.1.voltage.unit"
    })
    void missingKey_isNamed(String key, String message) {
        assertUsage(Fixture.of("wide").without(key), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    renamed-column.csv  | A voltage in     | nearest are A voltag, B voltage
                    no-header.csv       | was not found    | first line looks like data
                    same-name-twice.csv | A voltage        | use #2 or #5
                    no-rows.csv         | readable time    | had 0 rows
                    empty.csv           | empty.csv        | was empty
                    not-gzip.csv.gz     | not-gzip.csv.gz  | must be gzip
                    """)
    void unusableFile_isNamed(String file, String part, String message) {
        assertUsage(Fixture.of("wide").file(file), part, message);
    }

    @ParameterizedTest
    @CsvSource({
        "not-toa5.dat, must begin with TOA5",
        "two-header-lines.dat, must have four header lines"
    })
    void brokenToa5Header_isNamed(String file, String message) {
        assertUsage(Fixture.of("toa5").file(file), file, message);
    }

    @Test
    void keyTwice_isRefused(@TempDir Path dir) throws IOException {
        Path mapping = dir.resolve(RecordedInput.MAPPING_FILE);
        Files.writeString(mapping, "device.0.site = 0\ndevice.0.site = 1\n");

        assertThatThrownBy(() -> RecordedInput.open(dir))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("must stand once, was twice: device.0.site");
    }

    @Test
    void missingMapping_isNamed(@TempDir Path dir) {
        assertThatThrownBy(() -> RecordedInput.open(dir))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("mapping.properties", "docs/input.md");
    }

    @Test
    void columnNumber_standsForADuplicateName() throws IOException {
        RecordedInput input = Fixture.of("wide")
                .file("same-name-twice.csv")
                .with("device.0.voltage.column", "#2")
                .with("device.1.voltage.column", "#5")
                .open();

        assertThat(Fixture.readings(input, 1))
                .singleElement()
                .matches(reading -> reading.voltageMilliVolts() == 33_000);
    }

    @Test
    void gzip_isReadByItsName(@TempDir Path dir) throws IOException {
        Path file = gzipped(dir);

        RecordedInput input = Fixture.of("wide").file(file.toString()).open();

        assertThat(input.summary().rowCount()).isEqualTo(3);
    }

    @Test
    void gzipCutOff_isNamed(@TempDir Path dir) throws IOException {
        Path file = gzipped(dir);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 12));

        assertUsage(Fixture.of("wide").file(file.toString()), "is damaged after line");
    }

    private static Path gzipped(Path dir) throws IOException {
        Path file = dir.resolve("plain.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(Fixture.of("wide").dir().resolve("plain.csv"), out);
        }
        return file;
    }
}
