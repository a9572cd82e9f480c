package io.heliometer.kstreams;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.wire.ReadingCodec;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The formats of input and stores as Kafka's serdes. Fixed-width integers for the stores: a store
 * serialises on each write and each read, also in memory.
 */
public final class Wire {
    private static final int TOTALS_BYTES = 5 * Long.BYTES + 3 * Integer.BYTES;

    private Wire() {}

    /**
     * Returns the deserializer of the panel topic. It never throws and never returns null: the
     * deserialization exception handler could only skip or stop, but a malformed record is a result
     * of Q0.
     */
    static Deserializer<Arrival> arrivals() {
        return (topic, payload) -> ReadingCodec.arrival(payload);
    }

    /** Returns the serde of the totals of one string and window. */
    public static Serde<Totals> totals() {
        return Serdes.serdeFrom((topic, totals) -> encode(totals), (topic, bytes) -> decode(bytes));
    }

    private static byte @Nullable [] encode(@Nullable Totals totals) {
        if (totals == null) {
            return null;
        }
        return ByteBuffer.allocate(TOTALS_BYTES)
                .putLong(totals.count())
                .putLong(totals.nullCount())
                .putLong(totals.energyMilliJoules())
                .putLong(totals.voltageCount())
                .putLong(totals.voltageSumMilliVolts())
                .putInt(totals.voltageMinMilliVolts())
                .putInt(totals.voltageMaxMilliVolts())
                .putInt(totals.temperatureMaxCentiCelsius())
                .array();
    }

    private static @Nullable Totals decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Totals(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getInt(),
                buffer.getInt());
    }
}
