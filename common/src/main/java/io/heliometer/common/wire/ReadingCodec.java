package io.heliometer.common.wire;

import com.google.protobuf.InvalidProtocolBufferException;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.proto.PanelSample;

import org.jspecify.annotations.Nullable;

/** Panel readings as Protocol Buffers ({@code telemetry.proto}). Stateless and thread-safe. */
public final class ReadingCodec {
    private ReadingCodec() {}

    /** Returns the payload of the reading; absent measurements take no bytes. */
    public static byte[] encode(PanelReading reading) {
        return SampleWriter.write(reading);
    }

    /** Returns the payload that announces a version of a panel. */
    public static byte[] encode(Announcement announcement) {
        Panel panel = announcement.panel();
        return PanelSample.newBuilder()
                .setDevice(panel.device())
                .setSequence(0)
                .setEventTimeMillis(announcement.receivedTimeMillis())
                .setReceivedTimeMillis(announcement.receivedTimeMillis())
                .setRegistration(PanelProto.of(panel))
                .build()
                .toByteArray();
    }

    /**
     * Returns the reading, or null if the payload is none: it does not parse, lacks device,
     * sequence, event time or received time, or announces a version. Bad data is data, so this
     * never throws.
     */
    public static @Nullable PanelReading decode(byte @Nullable [] payload) {
        return arrival(payload).reading();
    }

    /**
     * Returns what the payload is: a reading, an announcement, or the hash by which a malformed
     * payload is known. Never throws.
     */
    public static Arrival arrival(byte @Nullable [] payload) {
        if (payload == null) {
            return malformed(new byte[0]);
        }
        try {
            PanelSample sample = PanelSample.parseFrom(payload);
            if (!isComplete(sample)) {
                return malformed(payload);
            }
            return sample.hasRegistration()
                    ? Arrival.of(PanelProto.toPanel(sample.getRegistration()))
                    : new Arrival(toReading(sample), 0);
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return malformed(payload);
        }
    }

    private static Arrival malformed(byte[] payload) {
        return new Arrival(null, Hash.of(payload));
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
