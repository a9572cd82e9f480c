package io.heliometer.flink.internal;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Arrivals are judged in the source's own task, so that this saves copies rather than bytes. */
public final class ArrivalSerializer extends ValueSerializer<Arrival> {
    /** The type of what the source emits. */
    public static final TypeInformation<Arrival> TYPE =
            new ValueTypeInfo<>(Arrival.class, new ArrivalSerializer());

    private static final long serialVersionUID = 1L;
    private static final int READING = 1;
    private static final int PANEL = 2;

    @Override
    public void serialize(Arrival arrival, DataOutputView target) throws IOException {
        PanelReading reading = arrival.reading();
        Panel panel = arrival.registration();
        target.writeByte((reading == null ? 0 : READING) | (panel == null ? 0 : PANEL));
        if (reading != null) {
            ReadingFields.write(reading, target);
        }
        if (panel != null) {
            ReadingFields.write(panel, target);
        }
        target.writeLong(arrival.payloadHash());
    }

    @Override
    public Arrival deserialize(DataInputView source) throws IOException {
        int parts = source.readByte();
        return new Arrival(
                (parts & READING) == 0 ? null : ReadingFields.readReading(source),
                (parts & PANEL) == 0 ? null : ReadingFields.readPanel(source),
                source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<Arrival> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Arrival> {
        /** Called by Flink when it restores. */
        public Snapshot() {
            super(ArrivalSerializer::new);
        }
    }
}
