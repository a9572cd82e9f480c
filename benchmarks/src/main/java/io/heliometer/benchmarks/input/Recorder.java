package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.UsageException;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.ReadingCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into records. A row that cannot be read becomes a malformed record per device that it
 * would have held; a cell that cannot be read spoils the records that need it.
 */
final class Recorder {
    /** Everything is held in memory; more than this should be cut into several runs. */
    private static final int MAX_RECORDS = 20_000_000;

    /** A broker refuses long messages; the start of a broken line tells enough. */
    private static final int MAX_PAYLOAD_CHARACTERS = 4_096;

    private static final int UNKNOWN_SITE = -1;
    private static final int NO_DEVICE = -1;

    private final Mapping mapping;
    private final Map<String, DeviceMapping> deviceByName = new HashMap<>();
    private final Map<Integer, Long> nextSequence = new HashMap<>();
    private final Recording recording;
    private long previousDueMillis = SiteRecord.UNKNOWN_DUE;

    Recorder(Mapping mapping) {
        this.mapping = mapping;
        this.recording = new Recording();
        mapping.devices().forEach(device -> deviceByName.put(device.name(), device));
    }

    /** Returns everything recorded so far. */
    Recording recording() {
        return recording;
    }

    /**
     * Records one row.
     *
     * @throws UsageException if there are too many, or the mapping lacks the offset of its stamps
     */
    void accept(Layout layout, DataRow row) {
        if (recording.records().size() > MAX_RECORDS) {
            throw new UsageException("input must hold at most " + MAX_RECORDS
                    + " records; name fewer files in the mapping");
        }
        recording.addRow();
        List<Source> sources = sources(layout, row);
        if (!layout.fits(row)) {
            recording.addMalformed(malformed(row, MalformedCell.WHOLE_ROW, row.text()));
            addMalformed(sources, row, previousDueMillis);
            return;
        }
        String stamp = row.cells().get(layout.time());
        Optional<Long> eventTimeMillis = mapping.time().eventTimeMillis(stamp);
        if (eventTimeMillis.isEmpty()) {
            recording.addMalformed(malformed(row, mapping.timeColumn(), stamp));
            addMalformed(sources, row, previousDueMillis);
            return;
        }
        long dueMillis = eventTimeMillis.get() + mapping.time().periodMillis();
        recording.addDue(dueMillis, previousDueMillis);
        previousDueMillis = dueMillis;
        Map<ColumnReference, Cell> cells = cells(layout, row);
        sources.forEach(source -> add(source, row, cells, eventTimeMillis.get()));
        sources.forEach(source -> addIrradiance(source.site(), cells, eventTimeMillis.get()));
    }

    /** A device that has a sample in a row; not readable if the row does not tell which. */
    private record Source(
            int device, int site, boolean readable, Map<Quantity, ColumnReference> columns) {
        static Source of(DeviceMapping device) {
            return new Source(
                    device.panel().device(), device.panel().site(), true, device.columns());
        }
    }

    private List<Source> sources(Layout layout, DataRow row) {
        if (layout.device() < 0) {
            return mapping.devices().stream().map(Source::of).toList();
        }
        String name = layout.device() < row.cells().size() ? row.cells().get(layout.device()) : "";
        DeviceMapping device = deviceByName.get(name);
        if (device != null) {
            return List.of(Source.of(device));
        }
        // An unregistered id is sent as it is: engines must reject it, and for that reason.
        boolean number = name.matches("[0-9]{1,9}");
        int id = number ? Integer.parseInt(name) : 0;
        if (!number && layout.fits(row)) {
            recording.addMalformed(malformed(row, mapping.deviceColumn().orElseThrow(), name));
        }
        return List.of(new Source(id, UNKNOWN_SITE, number, mapping.sharedColumns()));
    }

    private Map<ColumnReference, Cell> cells(Layout layout, DataRow row) {
        Map<ColumnReference, Cell> cells = new LinkedHashMap<>();
        layout.measurements().forEach((column, index) -> {
            String text = row.cells().get(index);
            Cell cell = mapping.cells().read(text, column.unit());
            cells.put(column, cell);
            recording.addCell(column, cell);
            if (isMalformed(cell)) {
                recording.addMalformed(malformed(row, column.name(), text));
            }
        });
        return cells;
    }

    private void add(
            Source source, DataRow row, Map<ColumnReference, Cell> cells, long eventTimeMillis) {
        long dueMillis = eventTimeMillis + mapping.time().periodMillis();
        recording.addEventTime(source.readable() ? source.device() : NO_DEVICE, eventTimeMillis);
        boolean spoiled = source.columns().values().stream()
                .anyMatch(column -> isMalformed(cells.get(column)));
        if (spoiled || !source.readable()) {
            addMalformed(List.of(source), row, dueMillis);
            return;
        }
        PanelReading reading = new PanelReading(
                source.device(),
                sequence(source.device()),
                eventTimeMillis,
                dueMillis,
                integer(source, Quantity.VOLTAGE, cells),
                integer(source, Quantity.CURRENT, cells),
                integer(source, Quantity.TEMPERATURE, cells),
                0,
                false);
        recording.addRecord(new SiteRecord(
                source.site(), source.device(), dueMillis, ReadingCodec.encode(reading)));
    }

    private static boolean isMalformed(@Nullable Cell cell) {
        return cell != null && cell.state() == Cell.State.MALFORMED;
    }

    private static int integer(Source source, Quantity quantity, Map<ColumnReference, Cell> cells) {
        ColumnReference column = source.columns().get(quantity);
        return column == null
                ? PanelReading.ABSENT
                : cells.getOrDefault(column, Cell.ABSENT).integer();
    }

    /** A malformed sample uses up its number too: the device did send something. */
    private long sequence(int device) {
        return nextSequence.merge(device, 1L, Long::sum) - 1;
    }

    private void addIrradiance(int site, Map<ColumnReference, Cell> cells, long eventTimeMillis) {
        ColumnReference column = mapping.irradiance().get(site);
        Cell cell = column == null ? null : cells.get(column);
        if (cell != null && cell.state() == Cell.State.PRESENT) {
            recording.addIrradiance(new IrradianceSample(site, eventTimeMillis, cell.integer()));
        }
    }

    private void addMalformed(List<Source> sources, DataRow row, long dueMillis) {
        for (Source source : sources) {
            if (source.readable()) {
                sequence(source.device());
            }
            recording.addMalformedRecord(new SiteRecord(
                    source.site(), source.device(), dueMillis, payload(row, source.device())));
        }
    }

    /**
     * The line's text behind its place, which makes every such payload different. It never parses:
     * "l" is the tag of a group's end, and no group was begun.
     */
    private static byte[] payload(DataRow row, int device) {
        String text = "line " + row.line() + " device " + device + ": " + row.text();
        byte[] payload = text.substring(0, Math.min(text.length(), MAX_PAYLOAD_CHARACTERS))
                .getBytes(StandardCharsets.UTF_8);
        if (ReadingCodec.decode(payload) != null) {
            throw new IllegalStateException("payload must not parse, did: " + text);
        }
        return payload;
    }

    private static MalformedCell malformed(DataRow row, String column, String text) {
        return new MalformedCell(row.file(), row.line(), column, Texts.shortened(text));
    }
}
