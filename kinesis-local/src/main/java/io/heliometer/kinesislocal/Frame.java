package io.heliometer.kinesislocal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a record lies in a segment file, big-endian: length of the body (4 bytes), CRC-32C of the
 * body (4), and the body: arrival in milliseconds since the epoch (8), length of the partition key
 * (2), partition key in UTF-8, data. The record's ordinal is its place in the file.
 */
final class Frame {
    /** Bytes before the body. */
    static final int HEADER_BYTES = 8;

    /** Bytes of the body before the partition key. */
    static final int BODY_PREFIX_BYTES = 10;

    /**
     * The longest body: the prefix, a key of 256 characters of up to 4 bytes, and the largest
     * record.
     */
    static final int MAX_BODY_BYTES = BODY_PREFIX_BYTES + 256 * 4 + Quotas.MAX_RECORD_BYTES;

    private Frame() {}

    static int bytes(Entry entry) {
        return HEADER_BYTES + BODY_PREFIX_BYTES + entry.sizeBytes();
    }

    /** Writes a record to a buffer with an array. */
    static void write(ByteBuffer out, Entry entry, long arrivalMillis) {
        int start = out.position();
        out.position(start + HEADER_BYTES);
        out.putLong(arrivalMillis);
        out.putShort((short) entry.keyUtf8().length);
        out.put(entry.keyUtf8());
        out.put(entry.data());
        int bodyBytes = out.position() - start - HEADER_BYTES;
        out.putInt(start, bodyBytes);
        out.putInt(
                start + Integer.BYTES,
                checksum(out.array(), out.arrayOffset() + start + HEADER_BYTES, bodyBytes));
    }

    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    /** Returns whether a body can have this length; what a torn or foreign file says need not. */
    static boolean isBodyLength(int length) {
        return length >= BODY_PREFIX_BYTES && length <= MAX_BODY_BYTES;
    }
}
