package io.heliometer.kinesis;

import io.heliometer.kinesis.internal.Position;
import io.heliometer.kinesis.internal.SnapshotStore;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Snapshots on the heap: laws are tested over thousands of them. */
final class MemorySnapshots implements SnapshotStore {
    private final Map<String, NavigableMap<Position, byte[]>> byShard = new HashMap<>();

    @Override
    public void write(String shard, Position position, byte[] snapshot) {
        of(shard).put(position, snapshot.clone());
    }

    @Override
    public byte @Nullable [] read(String shard, Position position) {
        return of(shard).get(position);
    }

    @Override
    public void deleteBefore(String shard, Position position) {
        of(shard).headMap(position, false).clear();
    }

    /** Returns the snapshots of a shard by position. */
    NavigableMap<Position, byte[]> of(String shard) {
        return byShard.computeIfAbsent(shard, id -> new TreeMap<>());
    }
}
