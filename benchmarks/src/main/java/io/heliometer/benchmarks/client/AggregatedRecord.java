package io.heliometer.benchmarks.client;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several records in one Kinesis record, in the format of the Kinesis Producer Library: four magic
 * bytes, a protobuf message (1 partition key table, 3 records of 1 key index and 3 data), and its
 * MD5. The Kinesis Client Library takes it apart again. Source:
 * {@code awslabs/amazon-kinesis-producer, aggregation-format.md}.
 */
final class AggregatedRecord {
    /** The Producer Library's default of AggregationMaxSize, bytes. */
    static final int MAX_BYTES = 51_200;

    private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};
    private static final int KEY_TABLE = 1;
    private static final int RECORDS = 3;
    private static final int KEY_INDEX = 1;
    private static final int DATA = 3;

    /** Tags, lengths and indexes of one record, at most. */
    private static final int FRAME_BYTES = 24;

    private final Map<String, Integer> indexByKey = new LinkedHashMap<>();
    private final List<UserRecord> records = new ArrayList<>();
    private int bytes;

    /** Returns whether the record still fits; the first always does. */
    boolean takes(UserRecord user) {
        return records.isEmpty() || bytes + size(user) <= MAX_BYTES;
    }

    void add(UserRecord user) {
        bytes += size(user);
        indexByKey.putIfAbsent(user.partitionKey(), indexByKey.size());
        records.add(user);
    }

    private static int size(UserRecord user) {
        return user.payload().length + user.partitionKey().length() + FRAME_BYTES;
    }

    /** Returns the partition key of the whole. */
    String firstKey() {
        return records.get(0).partitionKey();
    }

    /** Returns the Kinesis record's data. */
    byte[] bytes() {
        byte[] message = message();
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 20);
        out.writeBytes(MAGIC);
        out.writeBytes(message);
        out.writeBytes(md5(message));
        return out.toByteArray();
    }

    private byte[] message() {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(bytes);
        CodedOutputStream out = CodedOutputStream.newInstance(buffer);
        try {
            for (String key : indexByKey.keySet()) {
                out.writeString(KEY_TABLE, key);
            }
            for (UserRecord user : records) {
                int index = indexByKey.getOrDefault(user.partitionKey(), 0);
                out.writeTag(RECORDS, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                out.writeUInt32NoTag(CodedOutputStream.computeUInt64Size(KEY_INDEX, index)
                        + CodedOutputStream.computeByteArraySize(DATA, user.payload()));
                out.writeUInt64(KEY_INDEX, index);
                out.writeByteArray(DATA, user.payload());
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory must be writable", e);
        }
        return buffer.toByteArray();
    }

    private static byte[] md5(byte[] message) {
        try {
            return MessageDigest.getInstance("MD5").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must have MD5", e);
        }
    }
}
