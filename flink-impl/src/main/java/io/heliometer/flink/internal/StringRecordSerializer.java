package io.heliometer.flink.internal;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Every reading goes through this once, from rules to string. */
public final class StringRecordSerializer extends ValueSerializer<StringRecord> {
    static final StringRecordSerializer INSTANCE = new StringRecordSerializer();
    private static final long serialVersionUID = 1L;
    private static final int READING = 1;
    private static final int PANEL = 2;

    @Override
    public void serialize(StringRecord record, DataOutputView target) throws IOException {
        PanelReading reading = record.reading();
        Panel panel = record.panel();
        target.writeByte((reading == null ? 0 : READING) | (panel == null ? 0 : PANEL));
        target.writeInt(record.string());
        if (reading != null) {
            ReadingFields.write(reading, target);
        }
        if (panel != null) {
            ReadingFields.write(panel, target);
        }
    }

    @Override
    public StringRecord deserialize(DataInputView source) throws IOException {
        int parts = source.readByte();
        return new StringRecord(
                source.readInt(),
                (parts & READING) == 0 ? null : ReadingFields.readReading(source),
                (parts & PANEL) == 0 ? null : ReadingFields.readPanel(source));
    }

    @Override
    public TypeSerializerSnapshot<StringRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<StringRecord> {
        /** Called by Flink when it restores. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
