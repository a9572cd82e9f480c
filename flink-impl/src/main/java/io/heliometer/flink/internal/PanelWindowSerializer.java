package io.heliometer.flink.internal;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The map key under which Q5 keeps totals. */
public final class PanelWindowSerializer extends ValueSerializer<PanelWindow> {
    /** The type as state descriptors want it. */
    public static final TypeInformation<PanelWindow> TYPE =
            new ValueTypeInfo<>(PanelWindow.class, new PanelWindowSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(PanelWindow key, DataOutputView target) throws IOException {
        target.writeLong(key.windowStartMillis());
        target.writeInt(key.device());
    }

    @Override
    public PanelWindow deserialize(DataInputView source) throws IOException {
        return new PanelWindow(source.readLong(), source.readInt());
    }

    @Override
    public TypeSerializerSnapshot<PanelWindow> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PanelWindow> {
        /** Called by Flink when it restores. */
        public Snapshot() {
            super(PanelWindowSerializer::new);
        }
    }
}
