package io.heliometer.common.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.RejectReason;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.time.Windows;
import io.heliometer.common.wire.CsvRow;

import org.jspecify.annotations.Nullable;

/**
 * Q0: which records can be trusted? The first failing rule gives the reason. Every other query
 * stands behind this one. Stateless; safe to share between threads.
 *
 * <p>Rows. Results:
 * {@code 1,device,sequence,eventTime,receivedTime,voltage,current,temperature,status} for a valid
 * record, {@code 2,site,reason,windowStart,count} for rejects per 5 min of received time. Rejects:
 * {@code device-or-payload-hash,sequence,reason}.
 */
public final class ValidateReadings {
    /** Tumbling window of the reject counts, over received time, ms. */
    public static final long WINDOW_MILLIS = Windows.FIVE_MINUTES_MILLIS;

    private static final int VALID_ROW = 1;
    private static final int COUNT_ROW = 2;
    private static final int MIN_CURRENT_MILLIAMPERES = -100;
    private static final int MIN_TEMPERATURE_CENTI_CELSIUS = -4_000;
    private static final int MAX_TEMPERATURE_CENTI_CELSIUS = 11_000;

    private final PanelRegistry registry;
    private final Horizon horizon;
    private final Lateness lateness;

    /**
     * Binds the rules to a run.
     *
     * @param registry the known devices
     * @param horizon the event-time span of the run
     * @param lateness the lateness rule
     */
    public ValidateReadings(PanelRegistry registry, Horizon horizon, Lateness lateness) {
        this.registry = registry;
        this.horizon = horizon;
        this.lateness = lateness;
    }

    /**
     * Returns why the reading must be rejected, or null if it can be trusted. A null reading is
     * malformed.
     */
    public @Nullable RejectReason check(@Nullable PanelReading reading) {
        if (reading == null) {
            return RejectReason.MALFORMED;
        }
        Panel panel = registry.find(reading.device());
        if (panel == null) {
            return RejectReason.UNKNOWN_DEVICE;
        }
        RejectReason implausible = checkMeasurements(reading, panel);
        return implausible != null ? implausible : checkTime(reading);
    }

    private static @Nullable RejectReason checkMeasurements(PanelReading reading, Panel panel) {
        int voltage = reading.voltageMilliVolts();
        if (reading.hasVoltage() && (voltage < 0 || 10L * voltage > 12L * panel.voc0MilliVolts())) {
            return RejectReason.VOLTAGE;
        }
        int current = reading.currentMilliAmperes();
        if (reading.hasCurrent()
                && (current < MIN_CURRENT_MILLIAMPERES
                        || 10L * current > 14L * panel.isc0MilliAmperes())) {
            return RejectReason.CURRENT;
        }
        int temperature = reading.temperatureCentiCelsius();
        if (reading.hasTemperature()
                && (temperature < MIN_TEMPERATURE_CENTI_CELSIUS
                        || temperature > MAX_TEMPERATURE_CENTI_CELSIUS)) {
            return RejectReason.TEMPERATURE;
        }
        return null;
    }

    private @Nullable RejectReason checkTime(PanelReading reading) {
        if (!horizon.contains(reading.eventTimeMillis())) {
            return RejectReason.HORIZON;
        }
        if (lateness.isFuture(reading)) {
            return RejectReason.FUTURE;
        }
        return lateness.isLate(reading) ? RejectReason.LATE : null;
    }

    /**
     * Returns the site whose reject count this record belongs to, or null where none is known: a
     * malformed record names neither device nor time, an unknown device has no site.
     */
    public @Nullable Integer countedSite(@Nullable PanelReading reading) {
        Panel panel = reading == null ? null : registry.find(reading.device());
        return panel == null ? null : panel.site();
    }

    /** Returns the result row of a trusted reading. */
    public static String validRow(PanelReading reading) {
        return new CsvRow()
                .add(VALID_ROW)
                .add(reading.device())
                .add(reading.sequence())
                .add(reading.eventTimeMillis())
                .add(reading.receivedTimeMillis())
                .addIf(reading.hasVoltage(), reading.voltageMilliVolts())
                .addIf(reading.hasCurrent(), reading.currentMilliAmperes())
                .addIf(reading.hasTemperature(), reading.temperatureCentiCelsius())
                .add(reading.status())
                .toString();
    }

    /**
     * Returns the reject row: device and sequence where they parsed, else the payload's hash and no
     * sequence.
     */
    public static String rejectRow(Arrival arrival, RejectReason reason) {
        PanelReading reading = arrival.reading();
        CsvRow row = new CsvRow();
        if (reading == null) {
            row.add(arrival.payloadHash()).addEmpty();
        } else {
            row.add(reading.device()).add(reading.sequence());
        }
        return row.add(reason.code()).toString();
    }

    /**
     * Returns the row that counts a site's rejects for one reason in one window of received time.
     */
    public static String countRow(int site, int reasonCode, long windowStartMillis, long count) {
        return new CsvRow()
                .add(COUNT_ROW)
                .add(site)
                .add(reasonCode)
                .add(windowStartMillis)
                .add(count)
                .toString();
    }
}
