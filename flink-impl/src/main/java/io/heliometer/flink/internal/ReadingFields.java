package io.heliometer.flink.internal;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Readings and panels field by field, as Flink's network and state carry them. */
final class ReadingFields {
    private ReadingFields() {}

    static void write(PanelReading reading, DataOutputView target) throws IOException {
        target.writeInt(reading.device());
        target.writeLong(reading.sequence());
        target.writeLong(reading.eventTimeMillis());
        target.writeLong(reading.receivedTimeMillis());
        target.writeInt(reading.voltageMilliVolts());
        target.writeInt(reading.currentMilliAmperes());
        target.writeInt(reading.temperatureCentiCelsius());
        target.writeInt(reading.status());
        target.writeBoolean(reading.flush());
    }

    static PanelReading readReading(DataInputView source) throws IOException {
        return new PanelReading(
                source.readInt(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readBoolean());
    }

    static void write(Panel panel, DataOutputView target) throws IOException {
        target.writeInt(panel.device());
        target.writeInt(panel.string());
        target.writeInt(panel.inverter());
        target.writeInt(panel.site());
        target.writeInt(panel.region());
        target.writeLong(panel.pdc0MilliWatts());
        target.writeInt(panel.vmp0MilliVolts());
        target.writeInt(panel.imp0MilliAmperes());
        target.writeInt(panel.voc0MilliVolts());
        target.writeInt(panel.isc0MilliAmperes());
        target.writeInt(panel.gammaPpmPerKelvin());
        target.writeLong(panel.validFromMillis());
        target.writeInt(panel.version());
    }

    static Panel readPanel(DataInputView source) throws IOException {
        return new Panel(
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readLong(),
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readInt(),
                source.readLong(),
                source.readInt());
    }
}
