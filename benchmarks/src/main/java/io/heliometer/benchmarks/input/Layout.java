package io.heliometer.benchmarks.input;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the mapped columns stand in one file.
 *
 * @param width number of columns
 * @param time index of the time stamp
 * @param device index of the device column; -1 if a row holds every device
 * @param measurements index of every measurement column
 */
record Layout(int width, int time, int device, Map<ColumnReference, Integer> measurements) {
    /**
     * Finds the columns of a mapping in a header.
     *
     * @throws io.heliometer.common.engine.UsageException if one is not there
     */
    static Layout of(Mapping mapping, Header header) {
        Map<ColumnReference, Integer> measurements = new LinkedHashMap<>();
        int time = header.indexOf(mapping.timeColumn());
        int device = mapping.deviceColumn().map(header::indexOf).orElse(-1);
        for (ColumnReference column : mapping.measurementColumns()) {
            measurements.put(column, header.indexOf(column.name()));
        }
        return new Layout(header.size(), time, device, measurements);
    }

    /**
     * Returns whether the row has a cell for every column, and nothing after them: a cell too many
     * means that an unquoted separator has shifted the others.
     */
    boolean fits(DataRow row) {
        int size = row.cells().size();
        return size >= width && row.cells().subList(width, size).stream().allMatch(String::isEmpty);
    }
}
