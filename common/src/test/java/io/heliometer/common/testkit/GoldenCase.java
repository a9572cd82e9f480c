package io.heliometer.common.testkit;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.Hash;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hand-written case: a few records and the rows they must give, one file each, named after its
 * trap.
 *
 * <p>Lines: {@code # comment}, {@code panel <device> string <string> site <site>},
 * {@code <partition> | device,sequence,eventTime,receivedTime,voltage,current,temperature,status}
 * with empty columns for absent measurements, {@code <partition> | raw:<text>} for a malformed
 * payload, {@code results: <row>} and {@code rejects: <row>}, in which {@code HASH(text)} stands
 * for the hash of a malformed payload. The horizon is [0, 1 h); every partition ends with two
 * end-of-stream markers; a panel is rated 400 W, 34 V / 11.765 A at its maximum power point, 41 V
 * open, 12.4 A shorted; the sampling period is 60 s.
 */
public final class GoldenCase implements Workload {
    private static final int COLUMNS = 8;
    private static final Pattern HASH = Pattern.compile("HASH\\((.*)\\)");

    private final String name;
    private final List<Panel> panels = new ArrayList<>();
    private final List<ScheduledRecord> records = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();

    private GoldenCase(String name) {
        this.name = name;
    }

    /** Returns every golden case of a query, such as {@code Q3}, in the order of their names. */
    public static Stream<GoldenCase> all(String query) {
        String folder = "/golden/" + query.toLowerCase(Locale.ROOT) + "/";
        return lines(folder + "index.txt").stream()
                .map(name -> parse(name, lines(folder + name + ".golden")));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(
                        GoldenCase.class.getResourceAsStream(resource), resource);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static GoldenCase parse(String name, List<String> lines) {
        GoldenCase golden = new GoldenCase(name);
        for (String line : lines) {
            if (line.startsWith("panel ")) {
                golden.panels.add(panel(line.split(" ")));
            } else if (line.startsWith("results: ")) {
                golden.results.add(line.substring("results: ".length()));
            } else if (line.startsWith("rejects: ")) {
                golden.rejects.add(hashed(line.substring("rejects: ".length())));
            } else {
                golden.records.add(golden.record(line));
            }
        }
        for (int partition = 0; partition < golden.partitions(); partition++) {
            byte[] flush =
                    ReadingCodec.encode(PanelReading.flushAt(golden.horizon().flushTimeMillis()));
            golden.records.add(new ScheduledRecord(partition, 0, golden.lastDueMillis(), flush));
            golden.records.add(new ScheduledRecord(partition, 0, golden.lastDueMillis(), flush));
        }
        return golden;
    }

    /** Replaces {@code HASH(text)} by the hash of the text, which nobody can write by hand. */
    private static String hashed(String row) {
        return HASH.matcher(row).replaceAll(match -> Long.toString(Hash.of(match.group(1))));
    }

    private static Panel panel(String[] words) {
        int site = Integer.parseInt(words[5]);
        return new Panel(
                Integer.parseInt(words[1]),
                Integer.parseInt(words[3]),
                site,
                site,
                0,
                400_000,
                34_000,
                11_765,
                41_000,
                12_400,
                -3_500,
                0);
    }

    private ScheduledRecord record(String line) {
        int bar = line.indexOf('|');
        int partition = Integer.parseInt(line.substring(0, bar).strip());
        String body = line.substring(bar + 1).strip();
        if (body.startsWith("raw:")) {
            byte[] payload = body.substring("raw:".length()).getBytes(StandardCharsets.UTF_8);
            return new ScheduledRecord(partition, 0, lastDueMillis(), payload);
        }
        String[] columns = body.split(",", COLUMNS);
        PanelReading reading = new PanelReading(
                Integer.parseInt(columns[0]),
                Long.parseLong(columns[1]),
                Long.parseLong(columns[2]),
                Long.parseLong(columns[3]),
                measurement(columns[4]),
                measurement(columns[5]),
                measurement(columns[6]),
                Integer.parseInt(columns[7]),
                false);
        return new ScheduledRecord(
                partition,
                reading.device(),
                reading.receivedTimeMillis(),
                ReadingCodec.encode(reading));
    }

    private static int measurement(String column) {
        return column.isEmpty() ? PanelReading.ABSENT : Integer.parseInt(column);
    }

    private long lastDueMillis() {
        return records.stream().mapToLong(ScheduledRecord::dueMillis).max().orElse(0);
    }

    @Override
    public PanelRegistry registry() {
        return new PanelRegistry(60_000, panels);
    }

    @Override
    public Horizon horizon() {
        return new Horizon(0, 3_600_000);
    }

    @Override
    public int partitions() {
        return panels.stream().mapToInt(Panel::site).max().orElse(0) + 1;
    }

    @Override
    public RecordCursor open(int partition) {
        Iterator<ScheduledRecord> inPartition = records().stream()
                .filter(scheduled -> scheduled.partition() == partition)
                .iterator();
        return () -> inPartition.hasNext() ? inPartition.next() : null;
    }

    /** Returns every record in the order of the file, then the end-of-stream markers. */
    public List<ScheduledRecord> records() {
        return List.copyOf(records);
    }

    /** Returns the rows expected on the results topic, sorted. */
    public List<String> results() {
        return results.stream().sorted().toList();
    }

    /** Returns the rows expected on the rejects topic, sorted. */
    public List<String> rejects() {
        return rejects.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
