package io.heliometer.kinesis.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The bytes of a snapshot: magic, format, query, shard and position, the state, and a CRC-32C over
 * all of it. What does not check out is refused before a byte of it reaches a query: no rows are
 * better than wrong ones.
 */
public final class Snapshot {
    /** Rises whenever the bytes of any query's state change their meaning. */
    static final int FORMAT = 2;

    private static final int MAGIC = 0x484D534E; // HMSN

    private Snapshot() {}

    /**
     * What a snapshot is of.
     *
     * @param query number of the query
     * @param shard id of the shard
     * @param position the last record that the state has seen
     */
    public record Label(String query, String shard, Position position) {}

    /** Returns the snapshot of a state. */
    public static byte[] take(Label label, ShardState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        writeLabel(out, label);
        state.save(out);
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static void writeLabel(DataOutputStream out, Label label) throws IOException {
        out.writeUTF(label.query);
        out.writeUTF(label.shard);
        out.writeUTF(label.position.sequenceNumber());
        out.writeLong(label.position.subSequenceNumber());
    }

    /**
     * Brings a state to where a snapshot was taken.
     *
     * @param label what the snapshot must be of
     * @throws IOException if the bytes are damaged or those of something else
     */
    public static void restore(Label label, byte[] snapshot, ShardState state) throws IOException {
        int length = snapshot.length - Long.BYTES;
        if (length < 2 * Integer.BYTES) {
            throw new IOException("snapshot is cut short: " + snapshot.length + " bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(snapshot);
        if (header.getInt() != MAGIC || header.getInt() != FORMAT) {
            throw new IOException("snapshot is none of format " + FORMAT);
        }
        if (header.getLong(length) != checksum(snapshot, length)) {
            throw new IOException("snapshot is damaged: its checksum differs");
        }
        DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(snapshot, header.position(), length - header.position()));
        Label found =
                new Label(in.readUTF(), in.readUTF(), new Position(in.readUTF(), in.readLong()));
        if (!found.equals(label)) {
            throw new IOException("snapshot must be of " + label + ", was of " + found);
        }
        state.load(in);
        if (in.available() > 0) {
            throw new IOException("snapshot has " + in.available() + " bytes too many");
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
