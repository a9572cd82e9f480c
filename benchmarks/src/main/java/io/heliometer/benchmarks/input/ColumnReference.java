package io.heliometer.benchmarks.input;

/**
 * A column that the mapping names.
 *
 * @param name its name in the header, or {@code #n} for the n-th column, counted from 1
 * @param unit the unit of its numbers
 */
record ColumnReference(String name, Unit unit) {}
