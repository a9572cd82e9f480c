package io.heliometer.benchmarks.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits lines into cells. Each line is parsed by itself, so that a quote which is never closed
 * spoils one row and not the rest of the file; a cell therefore holds no line end.
 */
final class CsvLines {
    private final CSVFormat format;
    private final char separator;

    CsvLines(char separator) {
        this.separator = separator;
        this.format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    }

    /** Returns the cells, or an empty list if the line's quoting is broken. */
    List<String> cells(String line) {
        return line.indexOf('"') < 0 ? plainCells(line) : quotedCells(line);
    }

    /** Most lines hold no quote; a parser for each of them would cost more than the replay. */
    private List<String> plainCells(String line) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            cells.add(line.substring(start, end).strip());
            start = end + 1;
        }
        cells.add(line.substring(start).strip());
        return cells;
    }

    private List<String> quotedCells(String line) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.stream()
                    .flatMap(record -> record.stream())
                    .map(String::strip)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
