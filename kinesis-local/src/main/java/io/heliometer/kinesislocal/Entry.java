package io.heliometer.kinesislocal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A record that a client wants to put. A class, not a record: its arrays are handed on, never
 * copied or compared.
 */
final class Entry {
    private final @Nullable String partitionKey;
    private final @Nullable String explicitHashKey;
    private final byte[] keyUtf8;
    private final byte @Nullable [] data;

    Entry(@Nullable String partitionKey, @Nullable String explicitHashKey, byte @Nullable [] data) {
        this.partitionKey = partitionKey;
        this.explicitHashKey = explicitHashKey;
        this.keyUtf8 =
                partitionKey == null ? new byte[0] : partitionKey.getBytes(StandardCharsets.UTF_8);
        this.data = data;
    }

    /**
     * Reads the member Records of PutRecords: the hot path in, so without the maps of
     * {@link Members}.
     */
    static List<Entry> readAll(JsonParser in) {
        Values.requireList(in);
        List<Entry> entries = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Values.requireStructure(in);
            entries.add(readOne(in));
        }
        return entries;
    }

    private static Entry readOne(JsonParser in) {
        String key = null;
        String hashKey = null;
        byte[] data = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "PartitionKey" -> key = Values.text(in);
                case "ExplicitHashKey" -> hashKey = Values.text(in);
                case "Data" -> data = Values.blob(in);
                default -> in.skipChildren();
            }
        }
        return new Entry(key, hashKey, data);
    }

    @Nullable String partitionKey() {
        return partitionKey;
    }

    @Nullable String explicitHashKey() {
        return explicitHashKey;
    }

    byte[] keyUtf8() {
        return keyUtf8;
    }

    /** Returns the data, empty if it is absent; {@link Checks} refuses that before. */
    byte[] data() {
        return data == null ? new byte[0] : data;
    }

    boolean hasData() {
        return data != null;
    }

    /** Returns what counts towards the limits: data and partition key, in bytes. */
    int sizeBytes() {
        return keyUtf8.length + data().length;
    }
}
