package io.heliometer.kinesis.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

/**
 * How far one shard is done, safely: rows acknowledged, then the state saved, then the checkpoint,
 * in this order. Whatever dies in between, the checkpoint names a position whose rows have all
 * arrived and whose snapshot exists.
 *
 * <p>A snapshot is named by its position, and the state at a position is a pure function of the
 * records up to it. So it does not matter who wrote a snapshot: a worker that has lost its lease
 * and does not know it writes what its heir would write, under the same name. Its checkpoint is
 * refused, as the lease has another owner, and it never deletes anything without a checkpoint.
 */
public final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final String query;
    private final SnapshotStore store;
    private final SnapshotPace pace;
    private String shard = "";
    private @Nullable Position checkpoint;
    private @Nullable Position reached;
    private long triedMillis;

    /** Whether a snapshot waits for a checkpoint that failed. */
    private boolean owed;

    /** Prepares the progress of a shard that is not known yet. */
    public Progress(String query, SnapshotStore store, SnapshotPace pace) {
        this.query = query;
        this.store = store;
        this.pace = pace;
    }

    /**
     * Brings the state to the checkpoint.
     *
     * @param position the checkpoint of the lease, or null if the shard was never read
     * @throws IllegalStateException if there is no sound snapshot of it: going on would give wrong
     *     rows
     */
    public void restore(String shardId, @Nullable Position position, ShardState state) {
        shard = shardId;
        checkpoint = position;
        triedMillis = pace.nowMillis();
        owed = false;
        if (position == null) {
            return;
        }
        try {
            byte[] snapshot = store.read(shard, position);
            if (snapshot == null) {
                throw new IOException("snapshot is missing");
            }
            Snapshot.restore(label(position), snapshot, state);
            LOG.info("{} restored {} bytes at {}", shard, snapshot.length, position);
        } catch (IOException e) {
            throw new IllegalStateException(
                    shard + " must have a sound snapshot at its checkpoint " + position
                            + ", had none; set the checkpoint of its lease to an older snapshot's"
                            + " position or to TRIM_HORIZON: rows are then written twice, not"
                            + " wrong",
                    e);
        }
    }

    /** Takes note that records up to here are in the state. */
    public void reached(Position position) {
        reached = position;
    }

    /**
     * Saves what was reached if it is time to. Rows before a checkpoint that failed would be
     * written again after a crash as those under way would, so it hurries the next one as they do.
     */
    public void saveIfDue(ShardState state, OutputRows rows, RecordProcessorCheckpointer lease)
            throws InterruptedException {
        if (pace.isDue(triedMillis, owed || rows.isUnderWay())) {
            save(state, rows, lease);
        }
    }

    /** Saves what was reached, now. */
    public void save(ShardState state, OutputRows rows, RecordProcessorCheckpointer lease)
            throws InterruptedException {
        Position position = reached;
        if (position == null) {
            return;
        }
        // What the checkpoint leaves behind is never computed again, so it must be safe by now.
        rows.awaitAcknowledged();
        try {
            store.write(shard, position, Snapshot.take(label(position), state));
        } catch (IOException e) {
            throw new IllegalStateException("snapshot of " + shard + " must be writable", e);
        }
        triedMillis = pace.nowMillis();
        owed = !checkpoint(position, lease);
        if (!owed) {
            forget(position);
        }
    }

    private boolean checkpoint(Position position, RecordProcessorCheckpointer lease) {
        try {
            lease.checkpoint(position.sequenceNumber(), position.subSequenceNumber());
            return true;
        } catch (ShutdownException e) {
            LOG.info("{} has another owner by now, no checkpoint", shard);
        } catch (ThrottlingException | KinesisClientLibDependencyException e) {
            LOG.warn("{} checkpoint failed, a later batch tries again", shard, e);
        } catch (InvalidStateException e) {
            throw new IllegalStateException("lease table must be usable, was not", e);
        }
        return false;
    }

    /** Keeps the snapshot of the last checkpoint and of the one before, for repair by hand. */
    private void forget(Position position) {
        Position last = checkpoint;
        checkpoint = position;
        reached = null;
        if (last != null) {
            try {
                store.deleteBefore(shard, last);
            } catch (IOException e) {
                LOG.warn("{} keeps old snapshots", shard, e);
            }
        }
    }

    private Snapshot.Label label(Position position) {
        return new Snapshot.Label(query, shard, position);
    }
}
