package io.heliometer.flink.internal;

import io.heliometer.common.query.SilentDevices.State;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What Q6 keeps of a device. No array is changed once a watch holds it, so a copy may share it. */
public final class DeviceWatchSerializer extends ValueSerializer<DeviceWatch> {
    /** The type as state descriptors want it. */
    public static final TypeInformation<DeviceWatch> TYPE =
            new ValueTypeInfo<>(DeviceWatch.class, new DeviceWatchSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(DeviceWatch watch, DataOutputView target) throws IOException {
        target.writeLong(watch.state().lastMillis());
        target.writeLong(watch.state().sinceMillis());
        target.writeLong(watch.state().silentDay());
        target.writeLong(watch.wakeMillis());
        target.writeInt(watch.pendingMillis().length);
        for (long timeMillis : watch.pendingMillis()) {
            target.writeLong(timeMillis);
        }
    }

    @Override
    public DeviceWatch deserialize(DataInputView source) throws IOException {
        State state = new State(source.readLong(), source.readLong(), source.readLong());
        long wakeMillis = source.readLong();
        long[] pendingMillis = new long[source.readInt()];
        for (int i = 0; i < pendingMillis.length; i++) {
            pendingMillis[i] = source.readLong();
        }
        return new DeviceWatch(state, wakeMillis, pendingMillis);
    }

    @Override
    public TypeSerializerSnapshot<DeviceWatch> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DeviceWatch> {
        /** Called by Flink when it restores. */
        public Snapshot() {
            super(DeviceWatchSerializer::new);
        }
    }
}
