package io.heliometer.kinesis.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where snapshots live: one object per shard and position, which every worker can read. A folder
 * here; in production an S3 bucket with the same three calls (put, get, delete), as an object there
 * appears as a whole or not at all, too.
 *
 * <p>Nothing in it says which snapshot counts: the checkpoint of the lease does, and only the owner
 * of the lease can move that.
 */
public interface SnapshotStore {
    /** Keeps a snapshot durably, as a whole or not at all, in place of one of the same position. */
    void write(String shard, Position position, byte[] snapshot) throws IOException;

    /** Returns the snapshot that was taken at this position, or null if there is none. */
    byte @Nullable [] read(String shard, Position position) throws IOException;

    /** Forgets the snapshots of a shard that were taken ahead of a position. */
    void deleteBefore(String shard, Position position) throws IOException;
}
