package io.heliometer.kstreams.internal;

import io.heliometer.common.engine.UsageException;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** What holds the state of a task. Both are restored from the changelog after a crash. */
public enum StoreKind {
    /**
     * RocksDB on the instance's disk: state may exceed memory. Under exactly_once_v2 the folder of
     * a killed instance is wiped, because it may hold writes of an aborted transaction; so the disk
     * buys size, not a faster restart.
     */
    ROCKSDB,
    /** A sorted map on the heap: no JNI call and no copy per access; state must fit. */
    MEMORY;

    /**
     * Returns the kind that the setting {@code store} names.
     *
     * @throws UsageException if there is none of this name
     */
    public static StoreKind of(String name) {
        return switch (name) {
            case "rocksdb" -> ROCKSDB;
            case "memory" -> MEMORY;
            default ->
                throw new UsageException("setting store must be rocksdb or memory, was " + name);
        };
    }

    KeyValueBytesStoreSupplier supplier(String storeName) {
        return switch (this) {
            case ROCKSDB -> Stores.persistentKeyValueStore(storeName);
            case MEMORY -> Stores.inMemoryKeyValueStore(storeName);
        };
    }
}
