package io.heliometer.benchmarks.input;

import java.util.List;

/**
 * One line of a data file.
 *
 * @param file name of the file
 * @param line its number, counted from 1
 * @param text the line as it stands
 * @param cells its cells, blanks around them dropped; empty if the quoting is broken
 */
record DataRow(String file, long line, String text, List<String> cells) {}
