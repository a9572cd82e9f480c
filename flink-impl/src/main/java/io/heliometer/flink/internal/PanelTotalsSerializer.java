package io.heliometer.flink.internal;

import io.heliometer.common.query.PeerComparison.PanelTotals;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What Q5 keeps of a panel and window. */
public final class PanelTotalsSerializer extends ValueSerializer<PanelTotals> {
    /** The type as state descriptors want it. */
    public static final TypeInformation<PanelTotals> TYPE =
            new ValueTypeInfo<>(PanelTotals.class, new PanelTotalsSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(PanelTotals totals, DataOutputView target) throws IOException {
        target.writeLong(totals.energyMilliJoules());
        target.writeLong(totals.count());
        target.writeLong(totals.lastEventTimeMillis());
        target.writeLong(totals.lastSequence());
        target.writeLong(totals.pdc0MilliWatts());
    }

    @Override
    public PanelTotals deserialize(DataInputView source) throws IOException {
        return new PanelTotals(
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong());
    }

    @Override
    public TypeSerializerSnapshot<PanelTotals> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PanelTotals> {
        /** Called by Flink when it restores. */
        public Snapshot() {
            super(PanelTotalsSerializer::new);
        }
    }
}
