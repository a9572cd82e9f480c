package io.heliometer.kinesis.internal;

import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Panel;
import io.heliometer.common.wire.ReadingCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Versions of a panel in a snapshot: each as the payload that would announce it. */
public final class PanelVersions {
    private PanelVersions() {}

    /** Writes versions in their order. */
    public static void write(DataOutput out, List<Panel> versions) throws IOException {
        out.writeInt(versions.size());
        for (Panel panel : versions) {
            byte[] payload = ReadingCodec.encode(new Announcement(0, panel));
            out.writeInt(payload.length);
            out.write(payload);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static List<Panel> read(DataInput in) throws IOException {
        int size = in.readInt();
        List<Panel> versions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] payload = new byte[in.readInt()];
            in.readFully(payload);
            Panel panel = ReadingCodec.arrival(payload).registration();
            if (panel == null) {
                throw new IOException("payload must announce a version, does not");
            }
            versions.add(panel);
        }
        return versions;
    }
}
