package io.heliometer.kinesislocal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * ListShards. Shards are never split or merged, so every filter but AFTER_SHARD_ID lets all of them
 * pass.
 */
final class ShardOperations {
    private static final int DEFAULT_RESULTS = 1000;
    private static final int MAX_RESULTS = 10_000;
    private static final List<String> FILTERS = List.of(
            "AFTER_SHARD_ID",
            "AT_TRIM_HORIZON",
            "FROM_TRIM_HORIZON",
            "AT_LATEST",
            "AT_TIMESTAMP",
            "FROM_TIMESTAMP");

    private final Streams streams;

    ShardOperations(Streams streams) {
        this.streams = streams;
    }

    void list(Call call) {
        Members members = call.members();
        Long maxResults = members.number("MaxResults");
        String exclusiveStart = members.text("ExclusiveStartShardId");
        new Checks()
                .range("maxResults", maxResults, 1, MAX_RESULTS)
                .name("exclusiveStartShardId", exclusiveStart)
                .done();
        ListToken from = start(call, exclusiveStart);
        Stream stream = streams.requested(from.stream());
        List<Shard> shards = after(stream, from.after());
        int max = Math.min(
                maxResults == null ? DEFAULT_RESULTS : maxResults.intValue(), shards.size());
        JsonGenerator out = call.out();
        out.writeStartObject();
        writeShards(out, shards.subList(0, max));
        if (shards.size() > max) {
            String last = shards.get(max - 1).id();
            out.writeStringProperty(
                    "NextToken", new ListToken(from.stream(), last).encode(streams.nowMillis()));
        }
        out.writeEndObject();
    }

    private ListToken start(Call call, @Nullable String exclusiveStart) {
        Members members = call.members();
        String token = members.text("NextToken");
        boolean named = members.text("StreamName") != null || members.text("StreamARN") != null;
        if (token == null && !named) {
            throw ServiceException.invalidArgument(
                    "Either NextToken or StreamName should be provided.");
        }
        if (token != null) {
            if (named) {
                throw ServiceException.invalidArgument(
                        "NextToken and StreamName cannot be provided together.");
            }
            return ListToken.decode(token, streams.nowMillis());
        }
        Checks checks = new Checks();
        String name = call.streamName(checks);
        String after = filter(members.structure("ShardFilter"), checks);
        checks.done();
        String start = exclusiveStart == null ? "" : exclusiveStart;
        return new ListToken(name, start.compareTo(after) > 0 ? start : after);
    }

    /** Returns the id after which a filter begins. */
    private static String filter(@Nullable Members filter, Checks checks) {
        if (filter == null) {
            return "";
        }
        String type = filter.text("Type");
        String shardId = filter.text("ShardId");
        checks.required("shardFilter.type", type)
                .oneOf("shardFilter.type", type, FILTERS)
                .name("shardFilter.shardId", shardId);
        if (type != null && type.endsWith("_TIMESTAMP") && filter.number("Timestamp") == null) {
            throw ServiceException.invalidArgument(
                    "ShardFilter of type " + type + " must have a Timestamp.");
        }
        if (!"AFTER_SHARD_ID".equals(type)) {
            return "";
        }
        if (shardId == null) {
            throw ServiceException.invalidArgument(
                    "ShardFilter of type AFTER_SHARD_ID must have a ShardId.");
        }
        return shardId;
    }

    /** Returns the shards whose ids come after one. */
    static List<Shard> after(Stream stream, String id) {
        return stream.shards().stream()
                .filter(shard -> shard.id().compareTo(id) > 0)
                .toList();
    }

    /** Writes the member Shards. */
    static void writeShards(JsonGenerator out, List<Shard> shards) {
        out.writeArrayPropertyStart("Shards");
        for (Shard shard : shards) {
            out.writeStartObject();
            out.writeStringProperty("ShardId", shard.id());
            out.writeObjectPropertyStart("HashKeyRange");
            out.writeStringProperty("StartingHashKey", shard.start().decimal());
            out.writeStringProperty("EndingHashKey", shard.end().decimal());
            out.writeEndObject();
            out.writeObjectPropertyStart("SequenceNumberRange");
            out.writeStringProperty("StartingSequenceNumber", shard.numbers().of(0));
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
