package io.heliometer.common.query;

import io.heliometer.common.math.Ratio;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.time.Windows;
import io.heliometer.common.wire.CsvRow;

/**
 * Q3, what each string yielded in five minutes: one row per string and tumbling window of event
 * time that holds at least one accepted record.
 *
 * <p>Rows: {@code string,windowStart,count,nullCount,energy,vMin,vMax,vMean,tMax,completenessPpm}
 * in mJ, mV and 0.01 degC. A column whose measurements are all absent is empty.
 */
public final class StringRollup {
    /** Tumbling window of event time, ms. */
    public static final long WINDOW_MILLIS = Windows.FIVE_MINUTES_MILLIS;

    private StringRollup() {}

    /** Returns DC power in mW: V*I/1000, rounded half up. Both must be present. */
    public static long powerMilliWatts(PanelReading reading) {
        return Ratio.div((long) reading.voltageMilliVolts() * reading.currentMilliAmperes(), 1000);
    }

    /**
     * The integer totals of one string and window. Laws: {@link #merge} is associative and
     * commutative with {@link #EMPTY} as identity, so order, retries and partial aggregation cannot
     * matter.
     *
     * @param count records
     * @param nullCount records without power, because voltage or current is absent
     * @param energyMilliJoules sum of power times sampling period, mJ
     * @param voltageCount records with a voltage
     * @param voltageSumMilliVolts their sum, mV
     * @param voltageMinMilliVolts their minimum, mV; Integer.MAX_VALUE if none
     * @param voltageMaxMilliVolts their maximum, mV; ABSENT if none
     * @param temperatureMaxCentiCelsius highest temperature, 0.01 degC; ABSENT if none
     */
    public record Totals(
            long count,
            long nullCount,
            long energyMilliJoules,
            long voltageCount,
            long voltageSumMilliVolts,
            int voltageMinMilliVolts,
            int voltageMaxMilliVolts,
            int temperatureMaxCentiCelsius) {
        /** No records. */
        public static final Totals EMPTY = new Totals(
                0, 0, 0, 0, 0, Integer.MAX_VALUE, PanelReading.ABSENT, PanelReading.ABSENT);

        /**
         * Returns these totals with one more reading.
         *
         * @param samplingPeriodSeconds tau, s
         */
        public Totals plus(PanelReading reading, long samplingPeriodSeconds) {
            boolean powered = reading.hasVoltage() && reading.hasCurrent();
            int voltage = reading.voltageMilliVolts();
            return new Totals(
                    count + 1,
                    nullCount + (powered ? 0 : 1),
                    powered
                            ? Math.addExact(
                                    energyMilliJoules,
                                    Math.multiplyExact(
                                            powerMilliWatts(reading), samplingPeriodSeconds))
                            : energyMilliJoules,
                    voltageCount + (reading.hasVoltage() ? 1 : 0),
                    reading.hasVoltage()
                            ? Math.addExact(voltageSumMilliVolts, voltage)
                            : voltageSumMilliVolts,
                    reading.hasVoltage()
                            ? Math.min(voltageMinMilliVolts, voltage)
                            : voltageMinMilliVolts,
                    Math.max(voltageMaxMilliVolts, voltage),
                    Math.max(temperatureMaxCentiCelsius, reading.temperatureCentiCelsius()));
        }

        /** Returns the totals of both sets of records together. */
        public Totals merge(Totals other) {
            return new Totals(
                    count + other.count,
                    nullCount + other.nullCount,
                    Math.addExact(energyMilliJoules, other.energyMilliJoules),
                    voltageCount + other.voltageCount,
                    Math.addExact(voltageSumMilliVolts, other.voltageSumMilliVolts),
                    Math.min(voltageMinMilliVolts, other.voltageMinMilliVolts),
                    Math.max(voltageMaxMilliVolts, other.voltageMaxMilliVolts),
                    Math.max(temperatureMaxCentiCelsius, other.temperatureMaxCentiCelsius));
        }

        /**
         * Returns the result row.
         *
         * @param expectedCount records the window holds when none is missing, {@code >= 1}
         */
        public String row(int string, long windowStartMillis, long expectedCount) {
            boolean voltage = voltageCount > 0;
            return new CsvRow()
                    .add(string)
                    .add(windowStartMillis)
                    .add(count)
                    .add(nullCount)
                    .addIf(count > nullCount, energyMilliJoules)
                    .addIf(voltage, voltageMinMilliVolts)
                    .addIf(voltage, voltageMaxMilliVolts)
                    .addIf(voltage, voltage ? Ratio.div(voltageSumMilliVolts, voltageCount) : 0)
                    .addIf(
                            temperatureMaxCentiCelsius != PanelReading.ABSENT,
                            temperatureMaxCentiCelsius)
                    .add(Ratio.ppm(count, expectedCount))
                    .toString();
        }
    }

    /** Returns how many records a complete window of a string holds. */
    public static long expectedCount(int panelCount, long samplingPeriodMillis) {
        return panelCount * (WINDOW_MILLIS / samplingPeriodMillis);
    }
}
