package io.heliometer.common.workload;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.ReadingCodec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Spoils a small share of the payloads: malformed, out of range, absent measurements, unknown
 * devices.
 */
final class Spoiler {
    /** The register value of a Modbus sensor that is not connected. */
    private static final int NOT_CONNECTED = 32_767;

    /**
     * Shorter than device, sequence, event and received time together, so a cut payload never
     * parses.
     */
    private static final int CUT_BYTES = 8;

    private static final int KINDS = 4;

    private final long seed;
    private final int devices;
    private final Disorder disorder;
    private final int spoiledPpm;

    Spoiler(WorkloadSpec spec) {
        this.seed = spec.seed();
        this.devices = spec.devices();
        this.disorder = spec.disorder();
        this.spoiledPpm = disorder.malformedPpm()
                + disorder.outOfRangePpm()
                + disorder.absentPpm()
                + disorder.unknownDevicePpm();
    }

    /** Returns the payload of the reading, spoiled if the draw of (device, tick) says so. */
    byte[] payload(PanelReading clean, long tick) {
        int choice = Draw.SPOIL_CHOICE.ppm(seed, clean.device(), tick);
        if (choice >= spoiledPpm) {
            return ReadingCodec.encode(clean);
        }
        int kind = Draw.SPOIL_DETAIL.below(seed, clean.device(), tick, KINDS);
        if (choice < disorder.malformedPpm()) {
            return malformed(clean, kind);
        }
        choice -= disorder.malformedPpm();
        if (choice < disorder.outOfRangePpm()) {
            return ReadingCodec.encode(outOfRange(clean, kind));
        }
        choice -= disorder.outOfRangePpm();
        if (choice < disorder.absentPpm()) {
            return ReadingCodec.encode(absent(clean, kind));
        }
        return ReadingCodec.encode(fromDevice(clean, devices + clean.device()));
    }

    private static byte[] malformed(PanelReading clean, int kind) {
        return switch (kind) {
            case 0 -> new byte[0];
            case 1 -> "ERR timeout".getBytes(StandardCharsets.UTF_8);
            case 2 ->
                ("{\"device\":" + clean.device() + ",\"sequence\":" + clean.sequence() + "}")
                        .getBytes(StandardCharsets.UTF_8);
            default -> Arrays.copyOf(ReadingCodec.encode(clean), CUT_BYTES);
        };
    }

    private static PanelReading outOfRange(PanelReading clean, int kind) {
        int voltage = clean.voltageMilliVolts();
        int current = clean.currentMilliAmperes();
        int temperature = clean.temperatureCentiCelsius();
        return switch (kind) {
            case 0 -> measured(clean, 1_000_000, current, temperature);
            case 1 -> measured(clean, -1_000, current, temperature);
            case 2 -> measured(clean, voltage, 1_000_000, temperature);
            default -> measured(clean, voltage, current, NOT_CONNECTED);
        };
    }

    private static PanelReading absent(PanelReading clean, int kind) {
        int absent = PanelReading.ABSENT;
        int voltage = clean.voltageMilliVolts();
        int current = clean.currentMilliAmperes();
        int temperature = clean.temperatureCentiCelsius();
        return switch (kind) {
            case 0 -> measured(clean, absent, current, temperature);
            case 1 -> measured(clean, voltage, absent, temperature);
            case 2 -> measured(clean, voltage, current, absent);
            default -> measured(clean, absent, absent, absent);
        };
    }

    private static PanelReading measured(
            PanelReading clean, int voltage, int current, int temperature) {
        return new PanelReading(
                clean.device(),
                clean.sequence(),
                clean.eventTimeMillis(),
                clean.receivedTimeMillis(),
                voltage,
                current,
                temperature,
                clean.status(),
                false);
    }

    private static PanelReading fromDevice(PanelReading clean, int device) {
        return new PanelReading(
                device,
                clean.sequence(),
                clean.eventTimeMillis(),
                clean.receivedTimeMillis(),
                clean.voltageMilliVolts(),
                clean.currentMilliAmperes(),
                clean.temperatureCentiCelsius(),
                clean.status(),
                false);
    }
}
