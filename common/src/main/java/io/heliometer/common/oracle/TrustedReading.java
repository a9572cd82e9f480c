package io.heliometer.common.oracle;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;

/**
 * A reading that Q0 accepts.
 *
 * @param reading the reading
 * @param panel its panel: that of the registry file, or the version that Q2 joined
 * @param partition the partition it came in
 * @param dueMillis when it was due
 */
record TrustedReading(PanelReading reading, Panel panel, int partition, long dueMillis) {
    /** Returns this reading with another version of its panel. */
    TrustedReading of(Panel version) {
        return version.equals(panel)
                ? this
                : new TrustedReading(reading, version, partition, dueMillis);
    }

    int device() {
        return reading.device();
    }

    long eventTimeMillis() {
        return reading.eventTimeMillis();
    }

    /** Returns whether voltage and current are both there. */
    boolean hasPower() {
        return reading.hasVoltage() && reading.hasCurrent();
    }

    /** Returns V * I, half up to whole mW; the reading must have power. */
    long powerMilliWatts() {
        return Ratio.div((long) reading.voltageMilliVolts() * reading.currentMilliAmperes(), 1000);
    }

    /** Returns the start of the window that the event time lies in. */
    long windowStart(long windowMillis) {
        return Math.floorDiv(eventTimeMillis(), windowMillis) * windowMillis;
    }
}
