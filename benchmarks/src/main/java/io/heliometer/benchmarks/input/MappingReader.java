package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.UsageException;
import io.heliometer.common.fleet.Place;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code mapping.properties} into a {@link Mapping}; {@code docs/input.md} has the keys. */
final class MappingReader {
    /** Longer sampling periods make every record late: it arrives when its interval ends. */
    private static final int MAX_PERIOD_SECONDS = 120;

    /** The window of Q3 must hold a whole number of samples. */
    private static final int WINDOW_SECONDS = 300;

    /** How loggers and pandas write a measurement that was not taken, beside an empty cell. */
    private static final String NOT_A_NUMBER = "NAN";

    private final MappingValues values;

    private MappingReader(MappingValues values) {
        this.values = values;
    }

    /**
     * Reads a mapping file.
     *
     * @throws UsageException if it is absent or any key is unknown, missing or wrong
     */
    static Mapping read(Path file) throws IOException {
        return new MappingReader(MappingValues.read(file)).mapping();
    }

    private Mapping mapping() {
        Mapping.FileLayout layout = layout();
        TimeStamps time = time();
        boolean wide = values.find(MappingKeys.DEVICE_COLUMN).isEmpty();
        DeviceReader reader = new DeviceReader(values, wide);
        List<DeviceMapping> devices = reader.devices();
        return new Mapping(
                layout,
                values.text(MappingKeys.TIME_COLUMN),
                time,
                cells(),
                values.find(MappingKeys.DEVICE_COLUMN),
                devices,
                reader.sharedColumns(),
                reader.irradiance(devices),
                places(devices));
    }

    /** Returns where the sites are; queries that need daylight give no rows for the others. */
    private Map<Integer, Place> places(List<DeviceMapping> devices) {
        Map<Integer, Place> places = new TreeMap<>();
        for (DeviceMapping device : devices) {
            int site = device.panel().site();
            String latitude = "site." + site + ".latitude.degrees";
            String longitude = "site." + site + ".longitude.degrees";
            if (values.find(latitude).isPresent() || values.find(longitude).isPresent()) {
                places.put(site, place(latitude, longitude));
            }
        }
        return places;
    }

    private Place place(String latitude, String longitude) {
        double north = values.decimal(latitude).doubleValue();
        double east = values.decimal(longitude).doubleValue();
        try {
            return new Place(north, east);
        } catch (IllegalArgumentException e) {
            throw new UsageException(latitude + " and " + longitude
                    + " must be a place where the sun rises and sets every day: "
                    + e.getMessage());
        }
    }

    private Mapping.FileLayout layout() {
        boolean toa5 = values.choice(MappingKeys.FORMAT, List.of("csv", "toa5")).equals("toa5");
        String separator = values.find(MappingKeys.CSV_SEPARATOR).orElse(",");
        if (separator.equals("tab")) {
            separator = "\t";
        }
        if (separator.length() != 1 || separator.equals("\"")) {
            throw new UsageException(
                    "csv.separator must be one character or tab, was " + separator);
        }
        List<String> files = list(values.text(MappingKeys.FILE));
        return new Mapping.FileLayout(files, toa5, separator.charAt(0));
    }

    private TimeStamps time() {
        int seconds = values.count(MappingKeys.PERIOD_SECONDS);
        if (seconds < 1 || seconds > MAX_PERIOD_SECONDS || WINDOW_SECONDS % seconds != 0) {
            throw new UsageException("period.seconds must divide 300 and be between 1 and "
                    + MAX_PERIOD_SECONDS + ", because a record that arrives at the end of a longer"
                    + " interval is late by the specification, was " + seconds);
        }
        boolean stampsEnd =
                values.choice(MappingKeys.TIME_STAMP, List.of("start", "end")).equals("end");
        return new TimeStamps(
                TimeStamps.formatter(values.find(MappingKeys.TIME_FORMAT).orElse(TimeStamps.ISO)),
                values.find(MappingKeys.TIME_OFFSET).map(MappingReader::offset),
                stampsEnd,
                seconds * 1_000L);
    }

    private static ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "time.offset must be Z or an offset such as -07:00, was " + text);
        }
    }

    private CellRule cells() {
        String mark = values.find(MappingKeys.DECIMAL_MARK).orElse(".");
        if (!mark.equals(".") && !mark.equals(",")) {
            throw new UsageException("decimal.mark must be \".\" or \",\", was " + mark);
        }
        List<String> missing =
                list(NOT_A_NUMBER + "," + values.find(MappingKeys.MISSING).orElse(""));
        return CellRule.of(missing, mark.charAt(0));
    }

    /** Splits a list at its commas; quotes around an element are dropped, as a CSV reader does. */
    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(element -> element.replaceAll("^\"|\"$", ""))
                .filter(element -> !element.isEmpty())
                .toList();
    }
}
