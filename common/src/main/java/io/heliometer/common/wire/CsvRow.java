package io.heliometer.common.wire;

/** Builds one result row: integers and empty columns, separated by commas. */
public final class CsvRow {
    private final StringBuilder text = new StringBuilder(96);
    private boolean started;

    /** Appends a value. */
    public CsvRow add(long value) {
        separate().append(value);
        return this;
    }

    /** Appends an empty column: the value does not exist, which is not 0. */
    public CsvRow addEmpty() {
        separate();
        return this;
    }

    /** Appends the value if it exists, else an empty column. */
    public CsvRow addIf(boolean exists, long value) {
        return exists ? add(value) : addEmpty();
    }

    private StringBuilder separate() {
        if (started) {
            text.append(',');
        }
        started = true;
        return text;
    }

    /** Returns the row, without a line end. */
    @Override
    public String toString() {
        return text.toString();
    }
}
