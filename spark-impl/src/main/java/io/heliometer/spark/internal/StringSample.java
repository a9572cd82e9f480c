package io.heliometer.spark.internal;

import static io.heliometer.common.query.StringRollup.powerMilliWatts;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.spark.EventTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Q3 and Q5 need of one record, as columns. The getters are named as Spark's bean encoder
 * wants them, and are primitive, because a boxed column costs an object per record. Spark never
 * reads one back, so there are no setters.
 */
public final class StringSample {
    /** Stands for an energy that is unknown, because voltage or current is absent. */
    public static final long NO_ENERGY = Long.MIN_VALUE;

    private final long clockMillis;
    private final int string;
    private final int device;
    private final long energyMilliJoules;
    private final int voltageMilliVolts;
    private final int temperatureCentiCelsius;
    private final boolean counted;

    private StringSample(
            PanelReading reading, int string, long energyMilliJoules, boolean counted) {
        this.clockMillis = reading.eventTimeMillis();
        this.string = string;
        this.device = reading.device();
        this.energyMilliJoules = energyMilliJoules;
        this.voltageMilliVolts = reading.voltageMilliVolts();
        this.temperatureCentiCelsius = reading.temperatureCentiCelsius();
        this.counted = counted;
    }

    /** A record that is rejected: it moves no clock and counts nowhere. */
    private static final StringSample REJECTED =
            new StringSample(PanelReading.flushAt(EventTime.NO_TIME), 0, NO_ENERGY, false);

    /** Returns the sample of a record; the rules of Q0 stand here, before clock and state. */
    public static StringSample of(@Nullable PanelReading reading, OpenJob job) {
        if (reading == null) {
            return REJECTED;
        }
        if (reading.flush()) {
            return new StringSample(reading, 0, NO_ENERGY, false);
        }
        if (job.rules().check(reading) != null) {
            return REJECTED;
        }
        Panel panel = Objects.requireNonNull(job.registry().find(reading.device()));
        boolean powered = reading.hasVoltage() && reading.hasCurrent();
        long energy = powered
                ? Math.multiplyExact(
                        powerMilliWatts(reading), job.registry().samplingPeriodSeconds())
                : NO_ENERGY;
        return new StringSample(reading, panel.string(), energy, true);
    }

    /** Returns the time to which the record moves its partition's clock, ms, or NO_TIME. */
    public long getClockMillis() {
        return clockMillis;
    }

    /** Returns the time at which the record counts, ms, or NO_TIME if it counts in no window. */
    public long getCountedMillis() {
        return counted ? clockMillis : EventTime.NO_TIME;
    }

    /** Returns the string of the panel. */
    public int getString() {
        return string;
    }

    /** Returns the panel. */
    public int getDevice() {
        return device;
    }

    /** Returns power times sampling period, mJ, or {@link #NO_ENERGY}. */
    public long getEnergyMilliJoules() {
        return energyMilliJoules;
    }

    /** Returns the voltage, mV, or {@link PanelReading#ABSENT}. */
    public int getVoltageMilliVolts() {
        return voltageMilliVolts;
    }

    /** Returns the temperature, 0.01 degC, or {@link PanelReading#ABSENT}. */
    public int getTemperatureCentiCelsius() {
        return temperatureCentiCelsius;
    }
}
