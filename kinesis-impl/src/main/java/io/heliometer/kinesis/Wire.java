package io.heliometer.kinesis;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.wire.ReadingCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Payloads of Kinesis records to readings, and rows to entries of a PutRecords request. */
public final class Wire {
    private Wire() {}

    /** Returns what the record holds; a malformed payload is data too, so this never throws. */
    static Arrival arrival(KinesisClientRecord message) {
        ByteBuffer data = message.data();
        byte[] payload = new byte[data.remaining()];
        data.get(data.position(), payload);
        return ReadingCodec.arrival(payload);
    }

    /**
     * Returns a record with the row's UTF-8 bytes. Its partition key are the row's key columns, so
     * that a row that is written twice goes to the same shard under the same key, and whoever
     * stores rows by key has each of them once.
     *
     * @param keyColumns how many leading columns identify the row
     */
    public static PutRecordsRequestEntry entry(String row, int keyColumns) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(row.substring(0, keyEnd(row, keyColumns)))
                .data(SdkBytes.fromByteArrayUnsafe(row.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static int keyEnd(String row, int keyColumns) {
        int end = -1;
        for (int column = 0; column < keyColumns; column++) {
            end = row.indexOf(',', end + 1);
            if (end < 0) {
                return row.length();
            }
        }
        return end;
    }
}
