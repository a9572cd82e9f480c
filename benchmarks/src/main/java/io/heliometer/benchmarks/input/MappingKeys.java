package io.heliometer.benchmarks.input;

import io.heliometer.common.engine.EditDistance;
import io.heliometer.common.engine.UsageException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that a mapping may hold. Any other is an error that names the nearest of them. */
final class MappingKeys {
    static final String FORMAT = "format";
    static final String FILE = "file";
    static final String CSV_SEPARATOR = "csv.separator";
    static final String DECIMAL_MARK = "decimal.mark";
    static final String MISSING = "missing";
    static final String TIME_COLUMN = "time.column";
    static final String TIME_FORMAT = "time.format";
    static final String TIME_OFFSET = "time.offset";
    static final String TIME_STAMP = "time.stamp";
    static final String PERIOD_SECONDS = "period.seconds";
    static final String DEVICE_COLUMN = "device.column";

    /** Keys of a whole file; a quantity's column and unit are here for long files. */
    private static final List<String> FILE_KEYS = List.of(
            FORMAT,
            FILE,
            CSV_SEPARATOR,
            DECIMAL_MARK,
            MISSING,
            TIME_COLUMN,
            TIME_FORMAT,
            TIME_OFFSET,
            TIME_STAMP,
            PERIOD_SECONDS,
            DEVICE_COLUMN,
            "voltage.column",
            "voltage.unit",
            "current.column",
            "current.unit",
            "temperature.column",
            "temperature.unit",
            "irradiance.column",
            "irradiance.unit");

    private static final List<String> DEVICE_KEYS = List.of(
            "name",
            "string",
            "inverter",
            "site",
            "region",
            "pdc0.watts",
            "vmp0.volts",
            "imp0.amperes",
            "voc0.volts",
            "isc0.amperes",
            "gamma.percent.per.kelvin",
            "voltage.column",
            "voltage.unit",
            "current.column",
            "current.unit",
            "temperature.column",
            "temperature.unit");

    private static final List<String> SITE_KEYS = List.of(
            "irradiance.column", "irradiance.unit", "latitude.degrees", "longitude.degrees");

    private static final Pattern NUMBERED = Pattern.compile("(device|site)\\.([^.]*)\\..*");

    private MappingKeys() {}

    /** Throws a {@link UsageException} unless the key is known. */
    static void requireKnown(String key) {
        Matcher numbered = NUMBERED.matcher(key);
        String id = numbered.matches() ? numbered.group(2) : "0";
        List<String> known = known(id);
        if (!known.contains(key)) {
            throw new UsageException("unknown key of the mapping: " + key
                    + "; the nearest known one is "
                    + String.join("", EditDistance.nearest(key, known, 1)));
        }
        if (numbered.matches()) {
            requireId(key, id);
        }
    }

    private static List<String> known(String id) {
        List<String> known = new ArrayList<>(FILE_KEYS);
        DEVICE_KEYS.forEach(suffix -> known.add("device." + id + "." + suffix));
        SITE_KEYS.forEach(suffix -> known.add("site." + id + "." + suffix));
        return known;
    }

    private static void requireId(String key, String id) {
        // Ids index arrays of this length in every engine, so they must stay small.
        if (!id.matches("0|[1-9][0-9]{0,5}")) {
            throw new UsageException(
                    "id in " + key + " must be an integer between 0 and 999999, was " + id);
        }
    }
}
