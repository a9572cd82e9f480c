package io.heliometer.benchmarks.input;

/**
 * A place in the data that could not be read.
 *
 * @param file name of the file
 * @param line number of the line, counted from 1
 * @param column name of the column, or {@value #WHOLE_ROW}
 * @param text what stands there, shortened
 */
public record MalformedCell(String file, long line, String column, String text) {
    /** Stands for a row with too few or too many cells, or broken quoting. */
    public static final String WHOLE_ROW = "(row)";

    @Override
    public String toString() {
        return file + " line " + line + " column " + column + ": " + text;
    }
}
