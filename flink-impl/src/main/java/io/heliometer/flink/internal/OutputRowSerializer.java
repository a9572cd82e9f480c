package io.heliometer.flink.internal;

import io.heliometer.common.wire.OutputTopic;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Rows wait before the sink, where several streams of them meet. */
public final class OutputRowSerializer extends ValueSerializer<OutputRow> {
    static final OutputRowSerializer INSTANCE = new OutputRowSerializer();
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(OutputRow row, DataOutputView target) throws IOException {
        target.writeBoolean(row.topic() == OutputTopic.RESULTS);
        target.writeUTF(row.row());
    }

    @Override
    public OutputRow deserialize(DataInputView source) throws IOException {
        OutputTopic topic = source.readBoolean() ? OutputTopic.RESULTS : OutputTopic.REJECTS;
        return new OutputRow(topic, source.readUTF());
    }

    @Override
    public TypeSerializerSnapshot<OutputRow> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<OutputRow> {
        /** Called by Flink when it restores. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
