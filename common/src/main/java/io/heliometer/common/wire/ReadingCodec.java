package io.heliometer.common.wire;

import com.google.protobuf.InvalidProtocolBufferException;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.proto.PanelSample;

import org.jspecify.annotations.Nullable;

/** Panel readings as Protocol Buffers ({@code telemetry.proto}). Stateless and thread-safe. */
public final class ReadingCodec {
    private ReadingCodec() {}

    /** Returns the payload of the reading; absent measurements take no bytes. */
    public static byte[] encode(PanelReading reading) {
        PanelSample.Builder sample = PanelSample.newBuilder()
                .setDevice(reading.device())
                .setSequence(reading.sequence())
                .setEventTimeMillis(reading.eventTimeMillis())
                .setReceivedTimeMillis(reading.receivedTimeMillis());
        if (reading.hasVoltage()) {
            sample.setVoltageMillivolts(reading.voltageMilliVolts());
        }
        if (reading.hasCurrent()) {
            sample.setCurrentMilliamperes(reading.currentMilliAmperes());
        }
        if (reading.hasTemperature()) {
            sample.setTemperatureCentiCelsius(reading.temperatureCentiCelsius());
        }
        if (reading.status() != 0) {
            sample.setStatus(reading.status());
        }
        if (reading.flush()) {
            sample.setFlush(true);
        }
        return sample.build().toByteArray();
    }

    /**
     * Returns the reading, or null if the payload is malformed: it does not parse, or lacks device,
     * sequence, event time or received time. Bad data is data, so this never throws.
     */
    public static @Nullable PanelReading decode(byte @Nullable [] payload) {
        if (payload == null) {
            return null;
        }
        try {
            PanelSample sample = PanelSample.parseFrom(payload);
            return isComplete(sample) ? toReading(sample) : null;
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    /**
     * Returns what the payload is: a reading, or the hash by which a malformed payload is known.
     */
    public static Arrival arrival(byte @Nullable [] payload) {
        PanelReading reading = decode(payload);
        if (reading != null) {
            return new Arrival(reading, 0);
        }
        return new Arrival(null, Hash.of(payload == null ? new byte[0] : payload));
    }

    private static boolean isComplete(PanelSample sample) {
        return sample.hasDevice()
                && sample.hasSequence()
                && sample.hasEventTimeMillis()
                && sample.hasReceivedTimeMillis();
    }

    private static PanelReading toReading(PanelSample sample) {
        return new PanelReading(
                sample.getDevice(),
                sample.getSequence(),
                sample.getEventTimeMillis(),
                sample.getReceivedTimeMillis(),
                sample.hasVoltageMillivolts() ? sample.getVoltageMillivolts() : PanelReading.ABSENT,
                sample.hasCurrentMilliamperes()
                        ? sample.getCurrentMilliamperes()
                        : PanelReading.ABSENT,
                sample.hasTemperatureCentiCelsius()
                        ? sample.getTemperatureCentiCelsius()
                        : PanelReading.ABSENT,
                sample.getStatus(),
                sample.getFlush());
    }
}
