package io.heliometer.benchmarks.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * The columns of one result row. What an engine wrote may be anything: a column that is not there
 * or no integer is empty, and a rule passes over a row that lacks what it needs.
 *
 * @param columns as texts
 */
record ResultRow(List<String> columns) {
    private static final String APPLICATION = "M";

    ResultRow {
        columns = List.copyOf(columns);
    }

    /**
     * Returns the rows of a query among those of a trial: its own, or those that the application M
     * writes behind the query's number.
     *
     * @param wanted the query, such as {@code Q5}
     * @param trialQuery the query that the trial ran
     */
    static List<ResultRow> of(String wanted, String trialQuery, Collection<String> rows) {
        String prefix = trialQuery.equals(APPLICATION) ? wanted.substring(1) + "," : "";
        if (prefix.isEmpty() && !trialQuery.equals(wanted)) {
            return List.of();
        }
        List<ResultRow> parsed = new ArrayList<>();
        for (String row : rows) {
            if (row.startsWith(prefix)) {
                parsed.add(new ResultRow(List.of(row.substring(prefix.length()).split(",", -1))));
            }
        }
        return parsed;
    }

    /** Returns a column, from 0. */
    OptionalLong at(int column) {
        if (column >= columns.size()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(columns.get(column)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns whether these columns hold integers. */
    boolean has(int... wanted) {
        for (int column : wanted) {
            if (at(column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Returns a column that {@link #has} said is there. */
    long get(int column) {
        return at(column).orElseThrow();
    }

    /** Returns a column that {@link #has} said is there as an id; -1, which is none, if too big. */
    int id(int column) {
        long value = get(column);
        return value == (int) value ? (int) value : -1;
    }
}
