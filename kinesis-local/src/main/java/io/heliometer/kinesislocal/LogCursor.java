package io.heliometer.kinesislocal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Walks over a segment's records, up to where it ended when the walk began. The current record lies
 * in {@link #bytes}; nothing is copied out of it. The bytes belong to the thread and are used again
 * by its next walk.
 */
final class LogCursor {
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int FIRST_CHUNK_BYTES = 32 * 1024;
    private static final ThreadLocal<byte[]> CHUNK =
            ThreadLocal.withInitial(() -> new byte[CHUNK_BYTES]);

    private final FileChannel file;
    private final long end;
    private byte[] bytes = CHUNK.get();
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private long chunkPosition;
    private int chunkLength;
    private int frame;
    private int nextFrame;
    private long nextOrdinal;
    private int bodyBytes;

    LogCursor(FileChannel file, SparseIndex.Place from, long end) {
        this.file = file;
        this.end = end;
        this.chunkPosition = from.position();
        this.nextOrdinal = from.ordinal();
    }

    /** Goes to the next record; false if there is none. */
    boolean next() throws IOException {
        if (chunkPosition + nextFrame >= end) {
            return false;
        }
        ensure(Frame.HEADER_BYTES);
        bodyBytes = view.getInt(nextFrame);
        ensure(Frame.HEADER_BYTES + bodyBytes);
        frame = nextFrame;
        nextFrame += Frame.HEADER_BYTES + bodyBytes;
        nextOrdinal++;
        return true;
    }

    /** Goes back by one record, so that {@link #next} returns it again. */
    void stepBack() {
        nextFrame = frame;
        nextOrdinal--;
    }

    /** Returns the ordinal that {@link #next} will go to. */
    long nextOrdinal() {
        return nextOrdinal;
    }

    long arrivalMillis() {
        return view.getLong(frame + Frame.HEADER_BYTES);
    }

    byte[] bytes() {
        return bytes;
    }

    int keyOffset() {
        return frame + Frame.HEADER_BYTES + Frame.BODY_PREFIX_BYTES;
    }

    int keyLength() {
        return view.getShort(frame + Frame.HEADER_BYTES + Long.BYTES);
    }

    int dataOffset() {
        return keyOffset() + keyLength();
    }

    int dataLength() {
        return bodyBytes - Frame.BODY_PREFIX_BYTES - keyLength();
    }

    /** Returns what counts towards the limits. */
    int sizeBytes() {
        return bodyBytes - Frame.BODY_PREFIX_BYTES;
    }

    /** Makes the bytes from the next frame on lie in the chunk, reading on if they do not yet. */
    private void ensure(int length) throws IOException {
        if (nextFrame + length <= chunkLength) {
            return;
        }
        int kept = chunkLength - nextFrame;
        byte[] target = length <= bytes.length ? bytes : Arrays.copyOf(bytes, length);
        System.arraycopy(bytes, nextFrame, target, 0, kept);
        bytes = target;
        view = ByteBuffer.wrap(bytes);
        // The first chunk is small: most reads are at the tip and find a few records.
        int wanted = chunkLength == 0 ? Math.max(FIRST_CHUNK_BYTES, length) : bytes.length;
        chunkPosition += nextFrame;
        nextFrame = 0;
        chunkLength = kept;
        fill(length, Math.min(wanted, bytes.length));
    }

    private void fill(int atLeast, int atMost) throws IOException {
        int limit = (int) Math.min(atMost, end - chunkPosition);
        while (chunkLength < atLeast) {
            int read = file.read(
                    view.clear().position(chunkLength).limit(limit), chunkPosition + chunkLength);
            if (read <= 0) {
                throw new IOException("the segment must reach to " + end + ", it ends at "
                        + (chunkPosition + chunkLength) + ": something else wrote to it");
            }
            chunkLength += read;
        }
        view.clear();
    }
}
