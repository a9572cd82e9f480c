package io.heliometer.kstreams;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.query.StringRollup.Totals;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.kstreams.internal.DeviceTimes;
import io.heliometer.kstreams.internal.SeenReadings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The formats of input and stores as Kafka's serdes. Fixed-width integers for the stores: a store
 * serialises on each write and each read, also in memory.
 */
public final class Wire {
    private static final int TOTALS_BYTES = 5 * Long.BYTES + 3 * Integer.BYTES;
    private static final int PANEL_TOTALS_BYTES = 5 * Long.BYTES;
    private static final int VERSION_BYTES = 2 * Long.BYTES + 11 * Integer.BYTES;

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
        return serde(Wire::encode, Wire::decode);
    }

    /** Returns the serde of the totals of one panel and window. */
    public static Serde<PanelTotals> panelTotals() {
        return serde(Wire::encode, Wire::decodePanelTotals);
    }

    /** Returns the serde of what was seen of one device. */
    public static Serde<SeenReadings> seenReadings() {
        return serde(SeenReadings::toBytes, SeenReadings::of);
    }

    /** Returns the serde of the event times of one device. */
    public static Serde<DeviceTimes> deviceTimes() {
        return serde(DeviceTimes::toBytes, DeviceTimes::of);
    }

    /** Returns the serde of the announced versions of one panel. */
    public static Serde<List<Panel>> versions() {
        return serde(Wire::encode, Wire::decodeVersions);
    }

    /** Null is how a store says "absent" and a changelog "deleted"; no format has to know it. */
    private static <T> Serde<T> serde(
            Function<T, byte[]> serializer, Function<byte[], T> deserializer) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : serializer.apply(value),
                (topic, bytes) -> bytes == null ? null : deserializer.apply(bytes));
    }

    private static byte[] encode(Totals totals) {
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

    private static Totals decode(byte[] bytes) {
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

    private static byte[] encode(PanelTotals totals) {
        return ByteBuffer.allocate(PANEL_TOTALS_BYTES)
                .putLong(totals.energyMilliJoules())
                .putLong(totals.count())
                .putLong(totals.lastEventTimeMillis())
                .putLong(totals.lastSequence())
                .putLong(totals.pdc0MilliWatts())
                .array();
    }

    private static PanelTotals decodePanelTotals(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new PanelTotals(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong());
    }

    private static byte[] encode(List<Panel> versions) {
        ByteBuffer buffer = ByteBuffer.allocate(versions.size() * VERSION_BYTES);
        for (Panel panel : versions) {
            buffer.putInt(panel.device())
                    .putInt(panel.string())
                    .putInt(panel.inverter())
                    .putInt(panel.site())
                    .putInt(panel.region())
                    .putLong(panel.pdc0MilliWatts())
                    .putInt(panel.vmp0MilliVolts())
                    .putInt(panel.imp0MilliAmperes())
                    .putInt(panel.voc0MilliVolts())
                    .putInt(panel.isc0MilliAmperes())
                    .putInt(panel.gammaPpmPerKelvin())
                    .putLong(panel.validFromMillis())
                    .putInt(panel.version());
        }
        return buffer.array();
    }

    private static List<Panel> decodeVersions(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Panel> versions = new ArrayList<>();
        while (buffer.hasRemaining()) {
            versions.add(new Panel(
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getLong(),
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getInt(),
                    buffer.getLong(),
                    buffer.getInt()));
        }
        return List.copyOf(versions);
    }
}
