package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.UsageException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** One data file, read line by line: CSV or TOA5, gzipped or not. */
final class DataFile implements AutoCloseable {
    private static final int TOA5_HEADER_LINES = 4;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final CsvLines csv;
    private final BufferedReader reader;
    private final Header header;
    private long line;

    private DataFile(Path path, Mapping.FileLayout layout, BufferedReader reader)
            throws IOException {
        this.path = path;
        this.csv = new CsvLines(layout.separator());
        this.reader = reader;
        this.header = new Header(path, layout.toa5() ? toa5Header() : csvHeader());
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws UsageException if it is absent, empty, not gzip in spite of its name, or lacks its
     *     header
     */
    static DataFile open(Path path, Mapping.FileLayout layout) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UsageException("data file must exist, was not found: " + path);
        }
        if (Files.size(path) == 0) {
            throw new UsageException("data file must hold rows, was empty: " + path);
        }
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream(path), StandardCharsets.UTF_8));
        try {
            return new DataFile(path, layout, reader);
        } catch (IOException | UsageException e) {
            reader.close();
            throw e;
        }
    }

    private static InputStream stream(Path path) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        if (!path.toString().endsWith(".gz")) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw);
        } catch (ZipException | EOFException e) {
            raw.close();
            throw new UsageException("data file named .gz must be gzip, was not: " + path);
        }
    }

    /** Returns the column names. */
    Header header() {
        return header;
    }

    /**
     * Returns the next row that is not blank, or null after the last.
     *
     * @throws UsageException if the compressed data are damaged or cut off
     */
    @Nullable DataRow next() throws IOException {
        String text = nextLine();
        while (text != null && text.isBlank()) {
            text = nextLine();
        }
        return text == null
                ? null
                : new DataRow(path.getFileName().toString(), line, text, csv.cells(text));
    }

    private @Nullable String nextLine() throws IOException {
        try {
            line++;
            return reader.readLine();
        } catch (EOFException | ZipException e) {
            throw new UsageException("data file must be whole, is damaged after line " + (line - 1)
                    + ": " + path + ": " + e.getMessage());
        }
    }

    private List<String> csvHeader() throws IOException {
        DataRow row = next();
        if (row == null) {
            throw new UsageException("data file must begin with a header line, has none: " + path);
        }
        String text = row.text();
        return csv.cells(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private List<String> toa5Header() throws IOException {
        List<String> first = csvHeader();
        if (first.isEmpty() || !first.get(0).equals("TOA5")) {
            throw new UsageException("TOA5 file must begin with TOA5, was "
                    + Texts.shortened(String.join(",", first)) + ": " + path);
        }
        String names = nextLine();
        for (int i = 2; i < TOA5_HEADER_LINES; i++) {
            if (nextLine() == null) {
                throw new UsageException(
                        "TOA5 file must have four header lines, has fewer: " + path);
            }
        }
        return csv.cells(Objects.requireNonNull(names));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
