package io.heliometer.kinesislocal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members of a request's structure, each read as the type that the API gives its name; the API
 * uses a name for one type everywhere. Unknown members and nulls are skipped, as the service does.
 */
final class Members {
    private enum Type {
        TEXT,
        NUMBER,
        TIMESTAMP,
        BLOB,
        STRUCTURE,
        ENTRIES
    }

    private static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("StreamName", Type.TEXT),
            Map.entry("StreamARN", Type.TEXT),
            Map.entry("ShardCount", Type.NUMBER),
            Map.entry("MaxRecordSizeInKiB", Type.NUMBER),
            Map.entry("StreamModeDetails", Type.STRUCTURE),
            Map.entry("StreamMode", Type.TEXT),
            Map.entry("Limit", Type.NUMBER),
            Map.entry("MaxResults", Type.NUMBER),
            Map.entry("NextToken", Type.TEXT),
            Map.entry("ExclusiveStartStreamName", Type.TEXT),
            Map.entry("ExclusiveStartShardId", Type.TEXT),
            Map.entry("StreamCreationTimestamp", Type.TIMESTAMP),
            Map.entry("ShardFilter", Type.STRUCTURE),
            Map.entry("Type", Type.TEXT),
            Map.entry("ShardId", Type.TEXT),
            Map.entry("ShardIterator", Type.TEXT),
            Map.entry("ShardIteratorType", Type.TEXT),
            Map.entry("StartingSequenceNumber", Type.TEXT),
            Map.entry("Timestamp", Type.TIMESTAMP),
            Map.entry("PartitionKey", Type.TEXT),
            Map.entry("ExplicitHashKey", Type.TEXT),
            Map.entry("SequenceNumberForOrdering", Type.TEXT),
            Map.entry("Data", Type.BLOB),
            Map.entry("Records", Type.ENTRIES));

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Members> structures = new HashMap<>();
    private byte @Nullable [] data;
    private @Nullable List<Entry> entries;

    private Members() {}

    /** Reads a whole request. */
    static Members read(JsonParser in, Format format) {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw ServiceException.serialization("the request must be a structure, was "
                    + (in.currentToken() == null ? "empty" : in.currentToken().name()));
        }
        return readStructure(in, format);
    }

    private static Members readStructure(JsonParser in, Format format) {
        Members members = new Members();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            members.readMember(name, in, format);
        }
        if (in.currentToken() != JsonToken.END_OBJECT) {
            throw ServiceException.serialization("the structure must end, the body does first");
        }
        return members;
    }

    private void readMember(String name, JsonParser in, Format format) {
        JsonToken value = in.nextToken();
        Type type = TYPES.get(name);
        if (type == null || value == JsonToken.VALUE_NULL) {
            in.skipChildren();
            return;
        }
        switch (type) {
            case TEXT -> texts.put(name, Values.text(in));
            case NUMBER -> numbers.put(name, Values.number(in));
            case TIMESTAMP -> numbers.put(name, Values.timestampMillis(in, format));
            case BLOB -> data = Values.blob(in);
            case STRUCTURE -> {
                Values.requireStructure(in);
                structures.put(name, readStructure(in, format));
            }
            case ENTRIES -> entries = Entry.readAll(in);
        }
    }

    /** Returns a text, or null if it is absent. */
    @Nullable String text(String name) {
        return texts.get(name);
    }

    /** Returns a number, or a point in time in milliseconds, or null if it is absent. */
    @Nullable Long number(String name) {
        return numbers.get(name);
    }

    /** Returns a structure, or null if it is absent. */
    @Nullable Members structure(String name) {
        return structures.get(name);
    }

    /** Returns the member Data, or null if it is absent. */
    byte @Nullable [] data() {
        return data;
    }

    /** Returns the member Records of PutRecords, or null if it is absent. */
    @Nullable List<Entry> entries() {
        return entries;
    }
}
