package io.heliometer.kinesislocal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/**
 * The operations on streams: CreateStream, DeleteStream, ListStreams and the two that describe one.
 */
final class StreamOperations {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 10_000;
    private static final int RETENTION_HOURS = 24;
    /** What the API accepts; {@link Quotas#SHARDS} is what there is room for. */
    private static final int MAX_SHARD_COUNT = 100_000;

    private final Streams streams;

    StreamOperations(Streams streams) {
        this.streams = streams;
    }

    void create(Call call) throws IOException {
        Members members = call.members();
        Checks checks = new Checks();
        String name = members.text("StreamName");
        Long shardCount = members.number("ShardCount");
        Long recordKib = members.number("MaxRecordSizeInKiB");
        checks.required("shardCount", shardCount)
                .range("shardCount", shardCount, 1, MAX_SHARD_COUNT);
        checks.required("streamName", name).name("streamName", name);
        checks.range(
                "maxRecordSizeInKiB", recordKib, Quotas.DEFAULT_RECORD_KIB, Quotas.MAX_RECORD_KIB);
        checks.done();
        Members mode = members.structure("StreamModeDetails");
        if (mode != null && !"PROVISIONED".equals(mode.text("StreamMode"))) {
            throw ServiceException.invalidArgument(
                    "StreamMode must be PROVISIONED, on-demand streams are not there: name a ShardCount");
        }
        streams.create(
                Objects.requireNonNull(name, "checked to be present"),
                Objects.requireNonNull(shardCount, "checked to be present").intValue(),
                recordKib == null ? Quotas.DEFAULT_RECORD_KIB : recordKib.intValue());
    }

    void delete(Call call) throws IOException {
        Checks checks = new Checks();
        String name = call.streamName(checks);
        checks.done();
        streams.delete(name);
    }

    void list(Call call) {
        Long limit = call.members().number("Limit");
        String after = call.members().text("ExclusiveStartStreamName");
        String token = call.members().text("NextToken");
        new Checks()
                .range("limit", limit, 1, MAX_LIMIT)
                .name("exclusiveStartStreamName", after)
                .done();
        String start =
                token == null ? (after == null ? "" : after) : ListToken.decodeStreams(token);
        // More than 100 may be asked for, but are never given.
        long max = limit == null ? DEFAULT_LIMIT : Math.min(limit, DEFAULT_LIMIT);
        List<Stream> found = streams.all().tailMap(start, false).values().stream()
                .limit(max + 1)
                .toList();
        writeList(call, found.subList(0, (int) Math.min(max, found.size())), found.size() > max);
    }

    private void writeList(Call call, List<Stream> page, boolean more) {
        JsonGenerator out = call.out();
        out.writeStartObject();
        out.writeArrayPropertyStart("StreamNames");
        page.forEach(stream -> out.writeString(stream.description().name()));
        out.writeEndArray();
        out.writeArrayPropertyStart("StreamSummaries");
        for (Stream stream : page) {
            out.writeStartObject();
            writeIdentity(call, stream.description());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeBooleanProperty("HasMoreStreams", more);
        if (more) {
            String last = page.get(page.size() - 1).description().name();
            out.writeStringProperty(
                    "NextToken", ListToken.encodeStreams(last, streams.nowMillis()));
        }
        out.writeEndObject();
    }

    void describe(Call call) {
        Checks checks = new Checks();
        Long limit = call.members().number("Limit");
        String after = call.members().text("ExclusiveStartShardId");
        checks.range("limit", limit, 1, MAX_LIMIT).name("exclusiveStartShardId", after);
        String name = call.streamName(checks);
        checks.done();
        Stream stream = streams.requested(name);
        int max = limit == null ? DEFAULT_LIMIT : limit.intValue();
        List<Shard> shards = ShardOperations.after(stream, after == null ? "" : after);
        JsonGenerator out = call.out();
        out.writeStartObject();
        out.writeObjectPropertyStart("StreamDescription");
        writeCommon(call, stream);
        out.writeBooleanProperty("HasMoreShards", shards.size() > max);
        ShardOperations.writeShards(out, shards.subList(0, Math.min(max, shards.size())));
        out.writeEndObject();
        out.writeEndObject();
    }

    void summarize(Call call) {
        Checks checks = new Checks();
        String name = call.streamName(checks);
        checks.done();
        Stream stream = streams.requested(name);
        JsonGenerator out = call.out();
        out.writeStartObject();
        out.writeObjectPropertyStart("StreamDescriptionSummary");
        writeCommon(call, stream);
        out.writeNumberProperty("OpenShardCount", stream.shards().size());
        out.writeNumberProperty("ConsumerCount", 0);
        out.writeNumberProperty("MaxRecordSizeInKiB", stream.description().maxRecordKib());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeCommon(Call call, Stream stream) {
        JsonGenerator out = call.out();
        writeIdentity(call, stream.description());
        // The service's default, reported so that clients see a valid value; nothing is ever
        // dropped.
        out.writeNumberProperty("RetentionPeriodHours", RETENTION_HOURS);
        out.writeArrayPropertyStart("EnhancedMonitoring");
        out.writeStartObject();
        out.writeArrayPropertyStart("ShardLevelMetrics");
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeStringProperty("EncryptionType", "NONE");
    }

    private static void writeIdentity(Call call, StreamDescription description) {
        JsonGenerator out = call.out();
        out.writeStringProperty("StreamName", description.name());
        out.writeStringProperty("StreamARN", description.arn());
        out.writeStringProperty("StreamStatus", "ACTIVE");
        out.writeObjectPropertyStart("StreamModeDetails");
        out.writeStringProperty("StreamMode", "PROVISIONED");
        out.writeEndObject();
        out.writeName("StreamCreationTimestamp");
        call.format().writeTimestamp(out, description.createdMillis());
    }
}
