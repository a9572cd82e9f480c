package io.heliometer.flink.internal;

import io.heliometer.common.query.StringRollup.Totals;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The accumulator of Q3's windows. */
public final class TotalsSerializer extends ValueSerializer<Totals> {
    /** The type as state descriptors want it. */
    public static final TypeInformation<Totals> TYPE =
            new ValueTypeInfo<>(Totals.class, new TotalsSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(Totals totals, DataOutputView target) throws IOException {
        target.writeLong(totals.count());
        target.writeLong(totals.nullCount());
        target.writeLong(totals.energyMilliJoules());
        target.writeLong(totals.voltageCount());
        target.writeLong(totals.voltageSumMilliVolts());
        target.writeInt(totals.voltageMinMilliVolts());
        target.writeInt(totals.voltageMaxMilliVolts());
        target.writeInt(totals.temperatureMaxCentiCelsius());
    }

    @Override
    public Totals deserialize(DataInputView source) throws IOException {
        return new Totals(
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readInt(),
                source.readInt(),
                source.readInt());
    }

    @Override
    public TypeSerializerSnapshot<Totals> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Totals> {
        /** Called by Flink when it restores. */
        public Snapshot() {
            super(TotalsSerializer::new);
        }
    }
}
