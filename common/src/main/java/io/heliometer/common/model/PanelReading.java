package io.heliometer.common.model;

/**
 * One sample of one panel, as it was parsed. A measurement that was not taken is {@link #ABSENT}: a
 * sentinel, because one of these exists per record and boxing would cost more than the query.
 *
 * @param device panel id
 * @param sequence the device's own counter; the same for a retransmission
 * @param eventTimeMillis start of the sampling interval, ms UTC
 * @param receivedTimeMillis arrival at the site's gateway, ms UTC
 * @param voltageMilliVolts DC voltage, mV, or ABSENT
 * @param currentMilliAmperes DC current, mA, or ABSENT
 * @param temperatureCentiCelsius back-of-module temperature, 0.01 degC, or ABSENT
 * @param status device status, 0 is normal
 * @param flush true for an end-of-stream marker, which only advances time
 */
public record PanelReading(
        int device,
        long sequence,
        long eventTimeMillis,
        long receivedTimeMillis,
        int voltageMilliVolts,
        int currentMilliAmperes,
        int temperatureCentiCelsius,
        int status,
        boolean flush) {
    /** Stands for a measurement that was not taken. */
    public static final int ABSENT = Integer.MIN_VALUE;

    /**
     * Returns the marker that ends a partition: time jumps to {@code timeMillis}, nothing is
     * measured.
     */
    public static PanelReading flushAt(long timeMillis) {
        return new PanelReading(0, 0, timeMillis, timeMillis, ABSENT, ABSENT, ABSENT, 0, true);
    }

    /** Returns this reading as it arrives at another time: what a retransmission is. */
    public PanelReading receivedAt(long otherReceivedTimeMillis) {
        return new PanelReading(
                device,
                sequence,
                eventTimeMillis,
                otherReceivedTimeMillis,
                voltageMilliVolts,
                currentMilliAmperes,
                temperatureCentiCelsius,
                status,
                flush);
    }

    /** Returns whether a voltage was measured. */
    public boolean hasVoltage() {
        return voltageMilliVolts != ABSENT;
    }

    /** Returns whether a current was measured. */
    public boolean hasCurrent() {
        return currentMilliAmperes != ABSENT;
    }

    /** Returns whether a temperature was measured. */
    public boolean hasTemperature() {
        return temperatureCentiCelsius != ABSENT;
    }
}
