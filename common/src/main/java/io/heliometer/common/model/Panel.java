package io.heliometer.common.model;

/**
 * One registered panel: where it hangs and what its datasheet promises at standard test conditions.
 *
 * @param device dense panel id, {@code >= 0}; also the record key
 * @param string the series string it belongs to
 * @param inverter the inverter of that string
 * @param site the site of that inverter; sites decide the partition
 * @param region the grid region of that site
 * @param pdc0MilliWatts rated DC power
 * @param vmp0MilliVolts voltage at the rated maximum power point
 * @param imp0MilliAmperes current at the rated maximum power point
 * @param voc0MilliVolts rated open-circuit voltage
 * @param isc0MilliAmperes rated short-circuit current
 * @param gammaPpmPerKelvin temperature coefficient of power, negative
 * @param validFromMillis first event time (ms UTC) this version holds for
 * @param version counts the versions of one device from 1; the higher wins where two hold
 */
public record Panel(
        int device,
        int string,
        int inverter,
        int site,
        int region,
        long pdc0MilliWatts,
        int vmp0MilliVolts,
        int imp0MilliAmperes,
        int voc0MilliVolts,
        int isc0MilliAmperes,
        int gammaPpmPerKelvin,
        long validFromMillis,
        int version) {
    public Panel {
        requireNotNegative("device", device);
        requireNotNegative("string", string);
        requireNotNegative("inverter", inverter);
        requireNotNegative("site", site);
        requireNotNegative("region", region);
        requirePositive("pdc0MilliWatts", pdc0MilliWatts);
        requirePositive("vmp0MilliVolts", vmp0MilliVolts);
        requirePositive("imp0MilliAmperes", imp0MilliAmperes);
        requirePositive("voc0MilliVolts", voc0MilliVolts);
        requirePositive("isc0MilliAmperes", isc0MilliAmperes);
        requirePositive("version", version);
    }

    private static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be >= 0, was " + value);
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, was " + value);
        }
    }
}
