package io.heliometer.kinesislocal;

import java.io.IOException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** GetRecords. */
final class ReadOperations {
    private static final SerializedString SEQUENCE_NUMBER = new SerializedString("SequenceNumber");
    private static final SerializedString ARRIVAL =
            new SerializedString("ApproximateArrivalTimestamp");
    private static final SerializedString DATA = new SerializedString("Data");
    private static final SerializedString PARTITION_KEY = new SerializedString("PartitionKey");
    private static final int RECORD_MEMBER_COUNT = 4;

    /** The service's limit on a shard iterator's length. */
    private static final int ITERATOR_LENGTH = 512;

    private final Streams streams;

    ReadOperations(Streams streams) {
        this.streams = streams;
    }

    /**
     * What an answer holds.
     *
     * @param records how many records
     * @param bytes their data and partition keys
     */
    private record Page(long records, long bytes) {}

    void getRecords(Call call) throws IOException {
        String text = call.members().text("ShardIterator");
        Long limit = call.members().number("Limit");
        new Checks()
                .range("limit", limit, 1, Quotas.GET_RECORDS_COUNT)
                .required("shardIterator", text)
                .length("shardIterator", text, ITERATOR_LENGTH)
                .done();
        long now = streams.nowMillis();
        ShardIterator iterator = ShardIterator.decode(String.valueOf(text), now);
        Stream stream = stream(iterator);
        Shard shard = stream.shards().get(iterator.shard());
        if (!shard.limits().admitRead(now)) {
            stream.stats().countThrottledRead();
            throw ServiceException.throttled(PutOperations.rateExceeded(stream, shard));
        }
        LogCursor cursor = shard.log().cursorAt(iterator.ordinal());
        JsonGenerator out = call.out();
        out.writeStartObject();
        int maxRecords = limit == null ? Quotas.GET_RECORDS_COUNT : limit.intValue();
        Page page = writeRecords(call, shard, cursor, maxRecords);
        ShardIterator next = new ShardIterator(
                iterator.stream(),
                iterator.streamCreatedMillis(),
                iterator.shard(),
                cursor.nextOrdinal());
        out.writeStringProperty("NextShardIterator", next.encode(now));
        // At least 1 while there is more: 0 tells the client that it has caught up.
        out.writeNumberProperty(
                "MillisBehindLatest",
                cursor.next() ? Math.max(1, now - cursor.arrivalMillis()) : 0);
        out.writeEndObject();
        shard.limits().countRead(page.bytes());
        stream.stats().countRead(page.records(), page.bytes());
    }

    private Stream stream(ShardIterator iterator) {
        String absent = IteratorOperations.absent(Shard.id(iterator.shard()), iterator.stream());
        Stream stream = streams.requested(iterator.stream(), absent);
        if (stream.description().createdMillis() != iterator.streamCreatedMillis()) {
            throw ServiceException.notFound(absent);
        }
        if (iterator.shard() < 0
                || iterator.shard() >= stream.shards().size()
                || iterator.ordinal() < 1) {
            throw ShardIterator.invalid();
        }
        return stream;
    }

    private static Page writeRecords(Call call, Shard shard, LogCursor cursor, int maxRecords)
            throws IOException {
        JsonGenerator out = call.out();
        byte[] number = shard.numbers().template();
        long records = 0;
        long bytes = 0;
        out.writeArrayPropertyStart("Records");
        while (records < maxRecords && cursor.next()) {
            if (records > 0 && bytes + cursor.sizeBytes() > Quotas.GET_RECORDS_BYTES) {
                cursor.stepBack();
                break;
            }
            SequenceNumber.write(number, cursor.nextOrdinal() - 1);
            writeRecord(call, cursor, number);
            records++;
            bytes += cursor.sizeBytes();
        }
        out.writeEndArray();
        return new Page(records, bytes);
    }

    private static void writeRecord(Call call, LogCursor cursor, byte[] number) {
        JsonGenerator out = call.out();
        out.writeStartObject(null, RECORD_MEMBER_COUNT);
        out.writeName(SEQUENCE_NUMBER);
        out.writeUTF8String(number, 0, number.length);
        out.writeName(ARRIVAL);
        call.format().writeTimestamp(out, cursor.arrivalMillis());
        out.writeName(DATA);
        out.writeBinary(cursor.bytes(), cursor.dataOffset(), cursor.dataLength());
        out.writeName(PARTITION_KEY);
        out.writeUTF8String(cursor.bytes(), cursor.keyOffset(), cursor.keyLength());
        out.writeEndObject();
    }
}
