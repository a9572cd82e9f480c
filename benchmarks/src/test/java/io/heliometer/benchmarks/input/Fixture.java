package io.heliometer.benchmarks.input;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A mapping of the test resources with a few keys changed. */
final class Fixture {
    private final Path dir;
    private final List<String> lines;

    private Fixture(Path dir, List<String> lines) {
        this.dir = dir;
        this.lines = lines;
    }

    /** Returns the fixture of a folder, {@code wide}, {@code long} or {@code toa5}. */
    static Fixture of(String folder) {
        try {
            Path dir = Path.of(Objects.requireNonNull(Fixture.class.getResource("/input/" + folder))
                    .toURI());
            return new Fixture(dir, Files.readAllLines(dir.resolve(RecordedInput.MAPPING_FILE)));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(folder, e);
        }
    }

    /** Returns this fixture with another data file. */
    Fixture file(String name) {
        return with("file", name);
    }

    /** Returns this fixture with a key set. */
    Fixture with(String key, String value) {
        Fixture changed = without(key);
        changed.lines.add(key + " = " + value);
        return changed;
    }

    /** Returns this fixture without a key. */
    Fixture without(String key) {
        List<String> kept = new ArrayList<>(lines);
        kept.removeIf(line -> line.startsWith(key + " ="));
        return new Fixture(dir, kept);
    }

    /** Opens the input; the mapping lies beside no data, as {@code --mapping} allows. */
    RecordedInput open() throws IOException {
        Path mapping = Files.createTempFile("mapping", ".properties");
        try {
            Files.write(mapping, lines);
            return RecordedInput.open(dir, mapping);
        } finally {
            Files.delete(mapping);
        }
    }

    /** Returns the folder of the data files. */
    Path dir() {
        return dir;
    }

    /** Returns the records of a partition. */
    static List<ScheduledRecord> records(Workload workload, int partition) {
        List<ScheduledRecord> records = new ArrayList<>();
        RecordCursor cursor = workload.open(partition);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            records.add(next);
        }
        return records;
    }

    /** Returns the readings of a device, in order, without malformed records. */
    static List<PanelReading> readings(RecordedInput input, int device) {
        List<PanelReading> readings = new ArrayList<>();
        for (ScheduledRecord record : records(input.workload(1), 0)) {
            PanelReading reading = ReadingCodec.decode(record.payload());
            if (reading != null && !reading.flush() && reading.device() == device) {
                readings.add(reading);
            }
        }
        return readings;
    }

    /** Returns the malformed payloads as text, in order. */
    static List<String> malformed(RecordedInput input) {
        return records(input.workload(1), 0).stream()
                .filter(record -> ReadingCodec.decode(record.payload()) == null)
                .map(record ->
                        new String(record.payload(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }
}
