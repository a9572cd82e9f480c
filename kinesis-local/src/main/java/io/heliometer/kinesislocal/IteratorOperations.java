package io.heliometer.kinesislocal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GetShardIterator. */
final class IteratorOperations {
    private static final List<String> TYPES = List.of(
            "AFTER_SEQUENCE_NUMBER",
            "LATEST",
            "AT_TIMESTAMP",
            "AT_SEQUENCE_NUMBER",
            "TRIM_HORIZON");

    private final Streams streams;

    IteratorOperations(Streams streams) {
        this.streams = streams;
    }

    void get(Call call) throws IOException {
        Members members = call.members();
        Checks checks = new Checks();
        String shardId = members.text("ShardId");
        String type = members.text("ShardIteratorType");
        String startingNumber = members.text("StartingSequenceNumber");
        checks.required("shardId", shardId).name("shardId", shardId);
        checks.required("shardIteratorType", type).oneOf("shardIteratorType", type, TYPES);
        checks.sequenceNumber("startingSequenceNumber", startingNumber);
        String name = call.streamName(checks);
        checks.done();
        Shard shard = shard(name, Objects.requireNonNull(shardId, "checked to be present"));
        requireFitting(String.valueOf(type), startingNumber);
        long ordinal = startingNumber == null
                ? ordinal(shard, String.valueOf(type), members.number("Timestamp"))
                : ordinalOf(shard, name, startingNumber)
                        + ("AFTER_SEQUENCE_NUMBER".equals(type) ? 1 : 0);
        // The shard's own starting number is before the first record, so AT it means the first
        // record.
        ShardIterator iterator = new ShardIterator(
                name, shard.numbers().streamCreatedMillis(), shard.index(), Math.max(1, ordinal));
        call.out().writeStartObject();
        call.out().writeStringProperty("ShardIterator", iterator.encode(streams.nowMillis()));
        call.out().writeEndObject();
    }

    /** Returns the text for a shard or a stream that is not there. */
    static String absent(String shardId, String stream) {
        return "Shard " + shardId + " in stream " + stream + " under account " + Streams.ACCOUNT
                + " does not exist";
    }

    private Shard shard(String stream, String shardId) {
        int index = Shard.index(shardId)
                .orElseThrow(() -> ServiceException.notFound("Could not find shard " + shardId
                        + " in stream " + stream + " under account " + Streams.ACCOUNT + "."));
        String absent = absent(Shard.id(index), stream);
        List<Shard> shards = streams.requested(stream, absent).shards();
        if (index >= shards.size()) {
            throw ServiceException.notFound(absent);
        }
        return shards.get(index);
    }

    /** Checks that there is a sequence number exactly if the type needs one. */
    private static void requireFitting(String type, @Nullable String startingNumber) {
        if (type.endsWith("_SEQUENCE_NUMBER") != (startingNumber != null)) {
            throw ServiceException.invalidArgument("Must either specify (1) AT_SEQUENCE_NUMBER or "
                    + "AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no "
                    + "StartingSequenceNumber. Request specified " + type + " and "
                    + (startingNumber == null ? "no" : "also a") + " StartingSequenceNumber.");
        }
    }

    private long ordinal(Shard shard, String type, @Nullable Long timestampMillis)
            throws IOException {
        return switch (type) {
            case "TRIM_HORIZON" -> 1;
            case "LATEST" -> shard.log().tail().ordinal() + 1;
            default -> ordinalAt(shard, timestampMillis);
        };
    }

    private long ordinalAt(Shard shard, @Nullable Long timestampMillis) throws IOException {
        if (timestampMillis == null) {
            throw ServiceException.invalidArgument(
                    "Must specify timestampInMillis parameter for iterator of type "
                            + "AT_TIMESTAMP. Current request has no timestamp parameter.");
        }
        long now = streams.nowMillis();
        if (timestampMillis > now) {
            throw ServiceException.invalidArgument(
                    "The timestampInMillis parameter cannot be greater than the "
                            + "currentTimestampInMillis. timestampInMillis: " + timestampMillis
                            + ", currentTimestampInMillis: " + now);
        }
        return shard.log().ordinalAt(timestampMillis);
    }

    private static long ordinalOf(Shard shard, String stream, String number) {
        String used = "StartingSequenceNumber " + number + " used in GetShardIterator on shard "
                + shard.id() + " in stream " + stream + " under account " + Streams.ACCOUNT
                + " is invalid";
        SequenceNumber.Parsed parsed = SequenceNumber.parse(number)
                .orElseThrow(() -> ServiceException.invalidArgument(used + "."));
        if (parsed.numbers().shard() != shard.index()) {
            throw ServiceException.invalidArgument("Invalid StartingSequenceNumber. It encodes "
                    + Shard.id(parsed.numbers().shard())
                    + ", while it was used in a call to a shard with "
                    + shard.id());
        }
        if (!parsed.numbers().equals(shard.numbers())) {
            throw ServiceException.invalidArgument(
                    used + " because it did not come from this stream.");
        }
        return parsed.ordinal();
    }
}
