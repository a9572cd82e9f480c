package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.EditDistance;
import io.heliometer.common.engine.UsageException;

import java.nio.file.Path;
import java.util.List;

/** The column names of one file. */
final class Header {
    private static final int NEAREST = 3;

    private final Path file;
    private final List<String> names;

    Header(Path file, List<String> names) {
        this.file = file;
        this.names = List.copyOf(names);
    }

    /** Returns the number of columns. */
    int size() {
        return names.size();
    }

    /**
     * Returns the index of a column.
     *
     * @param name its name, or {@code #n} for the n-th column, counted from 1
     * @throws UsageException if there is no such column or more than one
     */
    int indexOf(String name) {
        int index = names.indexOf(name);
        if (index >= 0 && names.lastIndexOf(name) != index) {
            throw new UsageException("column must stand once in the header, is there twice: " + name
                    + " in " + file + "; use #" + (index + 1) + " or #"
                    + (names.lastIndexOf(name) + 1));
        }
        if (index < 0 && name.matches("#[1-9][0-9]{0,5}")) {
            index = Integer.parseInt(name.substring(1)) - 1;
        }
        if (index < 0 || index >= names.size()) {
            throw missing(name);
        }
        return index;
    }

    private UsageException missing(String name) {
        String message = "column must be in the header, was not found: " + name + " in " + file
                + "; the nearest are "
                + String.join(", ", EditDistance.nearest(name, names, NEAREST));
        boolean data = names.stream().anyMatch(cell -> Decimals.parse(cell).isPresent());
        return new UsageException(
                data ? message + "; the first line looks like data, not like a header" : message);
    }
}
