package io.heliometer.kinesis.internal;

import io.heliometer.common.model.Panel;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Versions of a panel in a snapshot. */
public final class PanelVersions {
    private PanelVersions() {}

    /** Writes versions in their order. */
    public static void write(DataOutput out, List<Panel> versions) throws IOException {
        out.writeInt(versions.size());
        for (Panel panel : versions) {
            out.writeInt(panel.device());
            out.writeInt(panel.string());
            out.writeInt(panel.inverter());
            out.writeInt(panel.site());
            out.writeInt(panel.region());
            out.writeLong(panel.pdc0MilliWatts());
            out.writeInt(panel.vmp0MilliVolts());
            out.writeInt(panel.imp0MilliAmperes());
            out.writeInt(panel.voc0MilliVolts());
            out.writeInt(panel.isc0MilliAmperes());
            out.writeInt(panel.gammaPpmPerKelvin());
            out.writeLong(panel.validFromMillis());
            out.writeInt(panel.version());
        }
    }

    /** Reads what {@link #write} wrote. */
    public static List<Panel> read(DataInput in) throws IOException {
        int size = in.readInt();
        List<Panel> versions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            versions.add(panel(in));
        }
        return versions;
    }

    private static Panel panel(DataInput in) throws IOException {
        return new Panel(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt());
    }
}
