package io.heliometer.results.render;

import java.util.List;

/** A part of a section, without its form. */
sealed interface Block {

    /**
     * Running text.
     *
     * @param text one paragraph
     */
    record Paragraph(String text) implements Block {}

    /**
     * A list of sentences.
     *
     * @param items one each
     */
    record Bullets(List<String> items) implements Block {
        /** Copies the items. */
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * Text to be copied or compared, character by character.
     *
     * @param text any number of lines
     */
    record Code(String text) implements Block {}

    /**
     * A chart, always followed by its table.
     *
     * @param name of the SVG file, without its ending
     * @param alternative the chart in one sentence
     * @param svg the picture
     * @param table the numbers that are drawn
     */
    record Figure(String name, String alternative, String svg, Table table) implements Block {}

    /**
     * A table.
     *
     * @param caption what its rows are
     * @param columns headings from left to right
     * @param rows one cell per column
     * @param folded whether it is closed until someone opens it
     */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows, boolean folded)
            implements Block {
        /** Checks the shape. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("row must be " + columns.size()
                            + " cells, was " + row.size() + ": " + row);
                }
            }
        }

        static Table of(String caption, List<Column> columns, List<List<Cell>> rows) {
            return new Table(caption, columns, rows, false);
        }
    }

    /**
     * A column of a table.
     *
     * @param name heading, with the unit
     * @param number whether it is aligned to the right
     */
    record Column(String name, boolean number) {
        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }
}
