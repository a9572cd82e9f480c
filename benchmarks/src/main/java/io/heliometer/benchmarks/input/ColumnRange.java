package io.heliometer.benchmarks.input;

import java.math.BigDecimal;

/**
 * What one column held, in the file's own unit.
 *
 * @param column its name
 * @param unit its unit, such as {@code mV}
 * @param presentCount cells with a number
 * @param absentCount cells without a measurement
 * @param min smallest number; 0 if there is none
 * @param max largest number; 0 if there is none
 */
public record ColumnRange(
        String column,
        String unit,
        long presentCount,
        long absentCount,
        BigDecimal min,
        BigDecimal max) {
    /** Returns this range with one more cell; a malformed one counts as neither. */
    ColumnRange plus(Cell cell) {
        return switch (cell.state()) {
            case MALFORMED -> this;
            case ABSENT -> new ColumnRange(column, unit, presentCount, absentCount + 1, min, max);
            case PRESENT ->
                new ColumnRange(
                        column,
                        unit,
                        presentCount + 1,
                        absentCount,
                        presentCount == 0 ? cell.value() : min.min(cell.value()),
                        presentCount == 0 ? cell.value() : max.max(cell.value()));
        };
    }
}
