package io.heliometer.kstreams.internal;

import io.heliometer.kstreams.EngineSettings;
import io.heliometer.kstreams.EventTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores: of open windows, with how closed windows leave them, and of one entry per device. */
public final class WindowStores {
    /**
     * A changelog record takes the timestamp of the input record that caused it. The broker would
     * refuse one from its future, which would end the instance; the time of a changelog means
     * nothing to a key-value store, so the broker may write its own.
     */
    private static final Map<String, String> CHANGELOG =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

    private WindowStores() {}

    /**
     * Returns a builder of a store that is logged to {@code <application.id>-<name>-changelog}.
     *
     * @param values the format of the aggregate
     */
    public static <V> StoreBuilder<KeyValueStore<WindowKey, V>> builder(
            String name, Serde<V> values, EngineSettings settings) {
        return builder(name, WindowKey.serde(), values, settings);
    }

    /**
     * Returns a builder of a store with one entry per device, logged likewise.
     *
     * @param values the format of the entry
     */
    public static <V> StoreBuilder<KeyValueStore<Integer, V>> byDevice(
            String name, Serde<V> values, EngineSettings settings) {
        return builder(name, Serdes.Integer(), values, settings);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> builder(
            String name, Serde<K> keys, Serde<V> values, EngineSettings settings) {
        var builder = Stores.keyValueStoreBuilder(settings.store().supplier(name), keys, values)
                .withLoggingEnabled(CHANGELOG);
        // Without a cache every update of every record is also a record on the changelog.
        return settings.caching() ? builder.withCachingEnabled() : builder.withCachingDisabled();
    }

    /**
     * Emits and removes every window that starts in {@code [fromMillis, toMillis)}.
     *
     * @param fromMillis where the last call ended: behind it lie only the marks that RocksDB leaves
     *     for deleted keys, which an unbounded scan would walk over again and again until they are
     *     compacted. {@link EventTime#BEGINNING} on the first call after a start.
     * @param emit takes key and aggregate in the order of the keys
     */
    public static <V> void closeWindows(
            KeyValueStore<WindowKey, V> store,
            long fromMillis,
            long toMillis,
            BiConsumer<WindowKey, V> emit) {
        WindowKey first = fromMillis == EventTime.BEGINNING ? null : WindowKey.firstOf(fromMillis);
        List<WindowKey> closed = new ArrayList<>();
        try (KeyValueIterator<WindowKey, V> range =
                store.range(first, WindowKey.lastBefore(toMillis))) {
            while (range.hasNext()) {
                KeyValue<WindowKey, V> window = range.next();
                emit.accept(window.key, window.value);
                closed.add(window.key);
            }
        }
        // After the scan, because a cache must not change under its own iterator.
        closed.forEach(store::delete);
    }
}
