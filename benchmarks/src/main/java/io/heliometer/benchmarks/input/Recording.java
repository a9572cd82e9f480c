package io.heliometer.benchmarks.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read: the records in the order of the files, and counts about them. */
final class Recording {
    private static final int MAX_EXAMPLES = 20;

    private record SiteTime(int site, long eventTimeMillis) {}

    private final List<SiteRecord> records = new ArrayList<>();
    private final Map<Integer, List<Long>> eventTimes = new HashMap<>();
    private final Map<SiteTime, IrradianceSample> irradiance = new HashMap<>();
    private final Map<ColumnReference, ColumnRange> ranges = new LinkedHashMap<>();
    private final List<MalformedCell> malformedExamples = new ArrayList<>();
    private long rowCount;
    private long malformedCellCount;
    private long malformedRecordCount;
    private long outOfOrderRowCount;

    void addRow() {
        rowCount++;
    }

    /** Notes the received time of a row, and whether it lies before the row above. */
    void addDue(long dueMillis, long previousDueMillis) {
        if (dueMillis < previousDueMillis) {
            outOfOrderRowCount++;
        }
    }

    void addEventTime(int device, long eventTimeMillis) {
        eventTimes.computeIfAbsent(device, key -> new ArrayList<>()).add(eventTimeMillis);
    }

    void addRecord(SiteRecord record) {
        records.add(record);
    }

    void addMalformedRecord(SiteRecord record) {
        malformedRecordCount++;
        records.add(record);
    }

    void addMalformed(MalformedCell cell) {
        malformedCellCount++;
        if (malformedExamples.size() < MAX_EXAMPLES) {
            malformedExamples.add(cell);
        }
    }

    void addCell(ColumnReference column, Cell cell) {
        ranges.merge(
                column,
                new ColumnRange(
                                column.name(),
                                column.unit().symbol(),
                                0,
                                0,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO)
                        .plus(cell),
                (range, first) -> range.plus(cell));
    }

    /** Keeps a sample; the first of several with the same site and time. */
    void addIrradiance(IrradianceSample sample) {
        irradiance.putIfAbsent(new SiteTime(sample.site(), sample.eventTimeMillis()), sample);
    }

    /** Returns the records in the order of the files. */
    List<SiteRecord> records() {
        return records;
    }

    /** Returns the event times of every device that was read, in the order of the files. */
    Map<Integer, List<Long>> eventTimes() {
        return eventTimes;
    }

    /** Returns the irradiance samples, ascending by site and time. */
    List<IrradianceSample> irradiance() {
        return irradiance.values().stream()
                .sorted(Comparator.comparingInt(IrradianceSample::site)
                        .thenComparingLong(IrradianceSample::eventTimeMillis))
                .toList();
    }

    List<ColumnRange> ranges() {
        return List.copyOf(ranges.values());
    }

    List<MalformedCell> malformedExamples() {
        return List.copyOf(malformedExamples);
    }

    long rowCount() {
        return rowCount;
    }

    long malformedCellCount() {
        return malformedCellCount;
    }

    long malformedRecordCount() {
        return malformedRecordCount;
    }

    long outOfOrderRowCount() {
        return outOfOrderRowCount;
    }
}
