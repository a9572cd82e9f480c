package io.heliometer.kinesislocal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a segment from its start, checks every checksum and rebuilds the index. It stops at the
 * first record that is not whole: what a kill in the middle of a write leaves behind, which nobody
 * got an answer for.
 */
final class LogRecovery {
    private static final int BUFFER_BYTES = 1 << 20;

    private final SparseIndex index;
    private long position;
    private long ordinal;
    private long arrivalMillis;

    private LogRecovery(SparseIndex index) {
        this.index = index;
    }

    /** Fills the index and returns where the whole records end. */
    static ShardLog.Tail recover(Path segment, SparseIndex index) throws IOException {
        LogRecovery recovery = new LogRecovery(index);
        long size = Files.size(segment);
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(segment), BUFFER_BYTES))) {
            while (size - recovery.position >= Frame.HEADER_BYTES && recovery.readFrame(in, size)) {
                // Each frame is noted as it is read.
            }
        }
        return new ShardLog.Tail(recovery.position, recovery.ordinal, recovery.arrivalMillis);
    }

    private boolean readFrame(DataInputStream in, long size) throws IOException {
        int length = in.readInt();
        int checksum = in.readInt();
        if (!Frame.isBodyLength(length) || size - position - Frame.HEADER_BYTES < length) {
            return false;
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length || Frame.checksum(body, 0, length) != checksum) {
            return false;
        }
        arrivalMillis = ByteBuffer.wrap(body).getLong();
        ordinal++;
        index.add(ordinal, position, arrivalMillis);
        position += Frame.HEADER_BYTES + length;
        return true;
    }
}
