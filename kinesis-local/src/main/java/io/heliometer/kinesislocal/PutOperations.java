package io.heliometer.kinesislocal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** PutRecord and PutRecords. */
final class PutOperations {
    private static final SerializedString SHARD_ID = new SerializedString("ShardId");
    private static final SerializedString SEQUENCE_NUMBER = new SerializedString("SequenceNumber");

    private final Streams streams;

    PutOperations(Streams streams) {
        this.streams = streams;
    }

    /**
     * One shard's part of a call.
     *
     * @param shard the shard
     * @param entries its records, in the order of the call
     */
    private record Part(Shard shard, List<Entry> entries) {}

    void putRecord(Call call) throws IOException {
        Members members = call.members();
        Checks checks = new Checks();
        String ordering = members.text("SequenceNumberForOrdering");
        Entry entry = new Entry(
                members.text("PartitionKey"), members.text("ExplicitHashKey"), members.data());
        checks.sequenceNumber("sequenceNumberForOrdering", ordering)
                .entry("", entry, Quotas.MAX_RECORD_BYTES);
        String name = call.streamName(checks);
        checks.done();
        Stream stream = streams.requested(name);
        new Checks().entry("", entry, stream.description().maxRecordBytes()).done();
        requireOwnNumber(ordering, name);
        Shard shard = stream.shards().get(stream.shardOf(entry));
        Shard.Appended appended = append(stream, new Part(shard, List.of(entry)));
        if (appended.acceptedCount() == 0) {
            throw ServiceException.throttled(rateExceeded(stream, shard));
        }
        call.out().writeStartObject();
        call.out().writeStringProperty("ShardId", shard.id());
        call.out()
                .writeStringProperty("SequenceNumber", shard.numbers().of(appended.firstOrdinal()));
        call.out().writeEndObject();
    }

    /**
     * Checks the number after which a record wants to be; every record is, so it is only checked.
     */
    private static void requireOwnNumber(@Nullable String ordering, String name) {
        if (ordering != null && SequenceNumber.parse(ordering).isEmpty()) {
            throw ServiceException.invalidArgument(
                    "ExclusiveMinimumSequenceNumber " + ordering + " used in PutRecord on stream "
                            + name + " under account " + Streams.ACCOUNT + " is invalid.");
        }
    }

    void putRecords(Call call) throws IOException {
        Checks checks = new Checks();
        List<Entry> given = call.members().entries();
        checks.entries(given, Quotas.MAX_RECORD_BYTES);
        String name = call.streamName(checks);
        checks.done();
        List<Entry> entries = Objects.requireNonNull(given, "checked to be present");
        Stream stream = streams.requested(name);
        new Checks().entries(entries, stream.description().maxRecordBytes()).done();
        if (entries.stream().mapToLong(Entry::sizeBytes).sum() > Quotas.PUT_RECORDS_BYTES) {
            throw ServiceException.invalidArgument("Records size exceeds "
                    + Quotas.PUT_RECORDS_BYTES / Quotas.MEBIBYTE + " MB limit");
        }
        int[] shardOf = entries.stream().mapToInt(stream::shardOf).toArray();
        List<Outcome> outcomes = new ArrayList<>(stream.shards().size());
        for (Part part : parts(stream, entries, shardOf)) {
            outcomes.add(outcome(stream, part));
        }
        writeOutcomes(call.out(), shardOf, outcomes);
    }

    private static List<Part> parts(Stream stream, List<Entry> entries, int[] shardOf) {
        List<Part> parts = new ArrayList<>(stream.shards().size());
        for (Shard shard : stream.shards()) {
            parts.add(new Part(shard, new ArrayList<>()));
        }
        for (int i = 0; i < shardOf.length; i++) {
            parts.get(shardOf[i]).entries().add(entries.get(i));
        }
        return parts;
    }

    private Outcome outcome(Stream stream, Part part) throws IOException {
        Shard.Appended appended =
                part.entries().isEmpty() ? new Shard.Appended(0, 0) : append(stream, part);
        int refused = part.entries().size() - appended.acceptedCount();
        return new Outcome(part.shard(), appended, refused, rateExceeded(stream, part.shard()));
    }

    private Shard.Appended append(Stream stream, Part part) throws IOException {
        Shard.Appended appended = part.shard().append(part.entries(), streams.nowMillis());
        int accepted = appended.acceptedCount();
        int refused = part.entries().size() - accepted;
        long bytes = 0;
        for (int i = 0; i < accepted; i++) {
            bytes += part.entries().get(i).sizeBytes();
        }
        stream.stats().countPut(accepted, bytes);
        if (refused > 0) {
            stream.stats().countThrottledWrites(refused);
        }
        return appended;
    }

    private static void writeOutcomes(JsonGenerator out, int[] shardOf, List<Outcome> outcomes) {
        out.writeStartObject();
        out.writeNumberProperty(
                "FailedRecordCount",
                outcomes.stream().mapToInt(Outcome::refusedCount).sum());
        out.writeName("Records");
        out.writeStartArray(null, shardOf.length);
        for (int shard : shardOf) {
            outcomes.get(shard).writeNext(out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static String rateExceeded(Stream stream, Shard shard) {
        return "Rate exceeded for shard " + shard.id() + " in stream "
                + stream.description().name() + " under account " + Streams.ACCOUNT + ".";
    }

    /** What became of one shard's part, told record by record in the order of the call. */
    private static final class Outcome {
        private final SerializedString shardId;
        private final byte[] number;
        private final int refusedCount;
        private final String refusal;
        private final long end;
        private long next;

        Outcome(Shard shard, Shard.Appended appended, int refusedCount, String refusal) {
            this.shardId = new SerializedString(shard.id());
            this.number = shard.numbers().template();
            this.refusedCount = refusedCount;
            this.refusal = refusal;
            this.next = appended.firstOrdinal();
            this.end = next + appended.acceptedCount();
        }

        int refusedCount() {
            return refusedCount;
        }

        void writeNext(JsonGenerator out) {
            out.writeStartObject(null, 2);
            if (next < end) {
                SequenceNumber.write(number, next++);
                out.writeName(SEQUENCE_NUMBER);
                out.writeUTF8String(number, 0, number.length);
                out.writeName(SHARD_ID);
                out.writeString(shardId);
            } else {
                out.writeStringProperty("ErrorCode", ShardLimits.THROTTLED);
                out.writeStringProperty("ErrorMessage", refusal);
            }
            out.writeEndObject();
        }
    }
}
