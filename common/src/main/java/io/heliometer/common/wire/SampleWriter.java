package io.heliometer.common.wire;

import io.heliometer.common.model.PanelReading;

/**
 * Writes a reading as a {@code PanelSample}, byte for byte as protobuf-java does, but straight into
 * an array of the right size: the load generator makes one per record, and builder, message and
 * output stream of each were a fifth of its CPU. All field numbers are below 16, so each tag takes
 * one byte.
 */
final class SampleWriter {
    private static final int DEVICE = 1;
    private static final int SEQUENCE = 2;
    private static final int EVENT_TIME = 3;
    private static final int RECEIVED_TIME = 4;
    private static final int VOLTAGE = 5;
    private static final int CURRENT = 6;
    private static final int TEMPERATURE = 7;
    private static final int STATUS = 8;
    private static final int FLUSH = 9;
    private static final int TAG_SHIFT = 3;

    private static final int PAYLOAD_BITS = 7;
    private static final int PAYLOAD_MASK = 0x7f;
    private static final int MORE = 0x80;

    private SampleWriter() {}

    static byte[] write(PanelReading reading) {
        byte[] bytes = new byte[size(reading)];
        int at = field(bytes, 0, DEVICE, reading.device());
        at = field(bytes, at, SEQUENCE, reading.sequence());
        at = field(bytes, at, EVENT_TIME, reading.eventTimeMillis());
        at = field(bytes, at, RECEIVED_TIME, reading.receivedTimeMillis());
        if (reading.hasVoltage()) {
            at = field(bytes, at, VOLTAGE, zigZag(reading.voltageMilliVolts()));
        }
        if (reading.hasCurrent()) {
            at = field(bytes, at, CURRENT, zigZag(reading.currentMilliAmperes()));
        }
        if (reading.hasTemperature()) {
            at = field(bytes, at, TEMPERATURE, zigZag(reading.temperatureCentiCelsius()));
        }
        if (reading.status() != 0) {
            at = field(bytes, at, STATUS, reading.status());
        }
        if (reading.flush()) {
            field(bytes, at, FLUSH, 1);
        }
        return bytes;
    }

    private static int size(PanelReading reading) {
        return sizeOf(reading.device())
                + sizeOf(reading.sequence())
                + sizeOf(reading.eventTimeMillis())
                + sizeOf(reading.receivedTimeMillis())
                + (reading.hasVoltage() ? sizeOf(zigZag(reading.voltageMilliVolts())) : 0)
                + (reading.hasCurrent() ? sizeOf(zigZag(reading.currentMilliAmperes())) : 0)
                + (reading.hasTemperature() ? sizeOf(zigZag(reading.temperatureCentiCelsius())) : 0)
                + (reading.status() != 0 ? sizeOf(reading.status()) : 0)
                + (reading.flush() ? sizeOf(1) : 0);
    }

    /**
     * Returns how many bytes a field takes: its tag, and seven bits of the value in each other.
     * {@code 9 / 64} stands for {@code 1 / 7}, which is exact for up to 64 bits.
     */
    private static int sizeOf(long value) {
        return 1 + ((10 * Long.SIZE - 9 * Long.numberOfLeadingZeros(value)) >>> 6);
    }

    /** Folds the sign into the lowest bit, so that small negative numbers stay short. */
    private static long zigZag(int value) {
        return Integer.toUnsignedLong((value << 1) ^ (value >> (Integer.SIZE - 1)));
    }

    /** Writes tag and value; returns the next free place. A negative value takes all 64 bits. */
    private static int field(byte[] bytes, int at, int number, long value) {
        bytes[at] = (byte) (number << TAG_SHIFT);
        int next = at + 1;
        long rest = value;
        while ((rest & ~PAYLOAD_MASK) != 0) {
            bytes[next++] = (byte) ((rest & PAYLOAD_MASK) | MORE);
            rest >>>= PAYLOAD_BITS;
        }
        bytes[next++] = (byte) rest;
        return next;
    }
}
