package io.heliometer.common.oracle;

import io.heliometer.common.wire.OutputTopic;

/**
 * A row that a correct engine writes, with the two moments that every engine has to wait for.
 *
 * @param topic where it is written
 * @param row the row
 * @param keyColumns how many leading columns identify it
 * @param partition of the input that its records came in
 * @param lastDueMillis when the latest contributing record is due (run time, ms)
 * @param closeDueMillis when the record is due that lets every partition's time pass the row's end
 */
public record ExpectedRow(
        OutputTopic topic,
        String row,
        int keyColumns,
        int partition,
        long lastDueMillis,
        long closeDueMillis) {
    /** Returns the key columns of a row, commas included. */
    public static String keyOf(String row, int keyColumns) {
        int end = 0;
        for (int column = 0; column < keyColumns; column++) {
            int comma = row.indexOf(',', end);
            if (comma < 0) {
                return row;
            }
            end = comma + 1;
        }
        return row.substring(0, end);
    }
}
