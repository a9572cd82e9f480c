package io.heliometer.common.testkit;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hand-written case: a few records and the rows they must give, one file each, named after its
 * trap. Blank lines and {@code # comments} say nothing; every other line is one of
 *
 * <ul>
 *   <li>{@code panel <device> string <string> site <site>}, then any of {@code validFrom},
 *       {@code version}, {@code inverter}, {@code region}, {@code pdc0}, {@code voc0} and
 *       {@code isc0} with a value: a panel of the registry file
 *   <li>{@code horizon <start> <end>}: [0, 1 h) unless given
 *   <li>{@code sun <site> <day> <sunrise> <sunset>} and {@code offset <site> <ms>}: the sun's times
 *       of a local day, and local time less UTC; no sun and no offset unless given
 *   <li>{@code <partition> |
 *       device,sequence,eventTime,receivedTime,voltage,current,temperature,status}: a reading, with
 *       empty columns for absent measurements
 *   <li>{@code <partition> | 15 * device,sequence,eventTime,...}: as many readings, one a minute,
 *       each sequence one higher; the records of such a file are put in the order of received time
 *   <li>{@code <partition> | register device=.. version=.. validFrom=.. received=..}, then any of
 *       {@code pdc0=..} and so on: an announcement; what it does not say is as in the registry file
 *       (for a device that is not in it, {@code string=..} and {@code site=..} must be said)
 *   <li>{@code <partition> | raw:<text>}: a malformed payload
 *   <li>{@code results: <row>} and {@code rejects: <row>}: an expected row, in which
 *       {@code HASH(text)} stands for the hash of a malformed payload
 *   <li>{@code results: none}: this case expects no row there, which must be said, so that a file
 *       that lost its rows is noticed
 * </ul>
 *
 * <p>All times are ms. Every partition ends with two end-of-stream markers. Unless said otherwise a
 * panel is rated 400 W, 34 V / 11.765 A at its maximum power point, 41 V open, 12.4 A shorted, and
 * version 1 holds from time 0. The sampling period is 60 s. Sites are numbered densely from 0, one
 * partition each.
 */
public final class GoldenCase implements Workload {
    private static final int COLUMNS = 8;
    private static final long PERIOD_MILLIS = 60_000;
    private static final Pattern HASH = Pattern.compile("HASH\\((.*)\\)");

    private final String name;
    private final List<Panel> panels = new ArrayList<>();
    private final Map<Integer, Long> offsetMillisBySite = new HashMap<>();
    private final List<SunDay> sunDays = new ArrayList<>();
    private final List<ScheduledRecord> records = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> rejects = new ArrayList<>();
    private Horizon horizon = new Horizon(0, 3_600_000);
    private boolean expectsNoResults;
    private boolean inReceivedOrder;

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
        lines.forEach(golden::read);
        if (golden.results.isEmpty() != golden.expectsNoResults) {
            throw new IllegalArgumentException(
                    name + ".golden must say either result rows or 'results: none'");
        }
        if (golden.inReceivedOrder) {
            golden.records.sort(Comparator.comparingLong(ScheduledRecord::dueMillis));
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

    private void read(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "panel" -> panels.add(GoldenPanel.parse(words));
            case "horizon" ->
                horizon = new Horizon(Long.parseLong(words[1]), Long.parseLong(words[2]));
            case "offset" ->
                offsetMillisBySite.put(Integer.parseInt(words[1]), Long.parseLong(words[2]));
            case "sun" ->
                sunDays.add(new SunDay(
                        Integer.parseInt(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4])));
            case "results:" -> readResult(line.substring("results: ".length()));
            case "rejects:" -> rejects.add(hashed(line.substring("rejects: ".length())));
            default -> readRecord(line);
        }
    }

    private void readRecord(String line) {
        if (line.contains(" * ")) {
            addSeries(line);
        } else {
            records.add(record(line));
        }
    }

    private void readResult(String row) {
        if (row.equals("none")) {
            expectsNoResults = true;
        } else {
            results.add(row);
        }
    }

    private ScheduledRecord record(String line) {
        int bar = line.indexOf('|');
        int partition = Integer.parseInt(line.substring(0, bar).strip());
        String body = line.substring(bar + 1).strip();
        if (body.startsWith("raw:")) {
            byte[] payload = body.substring("raw:".length()).getBytes(StandardCharsets.UTF_8);
            return new ScheduledRecord(partition, 0, lastDueMillis(), payload);
        }
        if (body.startsWith("register ")) {
            Announcement announcement = GoldenPanel.announcement(body, registry());
            return new ScheduledRecord(
                    partition,
                    announcement.panel().device(),
                    announcement.receivedTimeMillis(),
                    ReadingCodec.encode(announcement));
        }
        return scheduled(partition, reading(body));
    }

    /** Adds the readings of {@code 15 * device,...}, then sorts: devices take turns. */
    private void addSeries(String line) {
        int partition = Integer.parseInt(line.substring(0, line.indexOf('|')).strip());
        int star = line.indexOf('*');
        int count = Integer.parseInt(line.substring(line.indexOf('|') + 1, star).strip());
        PanelReading first = reading(line.substring(star + 1).strip());
        for (int i = 0; i < count; i++) {
            records.add(scheduled(partition, minutesLater(first, i)));
        }
        inReceivedOrder = true;
    }

    private static PanelReading minutesLater(PanelReading first, int minutes) {
        return new PanelReading(
                first.device(),
                first.sequence() + minutes,
                first.eventTimeMillis() + minutes * PERIOD_MILLIS,
                first.receivedTimeMillis() + minutes * PERIOD_MILLIS,
                first.voltageMilliVolts(),
                first.currentMilliAmperes(),
                first.temperatureCentiCelsius(),
                first.status(),
                false);
    }

    private static PanelReading reading(String text) {
        String[] columns = text.split(",", COLUMNS);
        return new PanelReading(
                Integer.parseInt(columns[0]),
                Long.parseLong(columns[1]),
                Long.parseLong(columns[2]),
                Long.parseLong(columns[3]),
                measurement(columns[4]),
                measurement(columns[5]),
                measurement(columns[6]),
                Integer.parseInt(columns[7]),
                false);
    }

    private static ScheduledRecord scheduled(int partition, PanelReading reading) {
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
        return new PanelRegistry(PERIOD_MILLIS, panels);
    }

    @Override
    public SunTable sun() {
        return new SunTable(offsetMillisBySite, sunDays);
    }

    @Override
    public Horizon horizon() {
        return horizon;
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

    /**
     * Returns every record in the order of the file (or of received time), then the end-of-stream
     * markers.
     */
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
