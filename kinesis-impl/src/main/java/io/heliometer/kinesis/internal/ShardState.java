package io.heliometer.kinesis.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State that a snapshot holds. It must be a pure function of the records of the shard up to where
 * the snapshot was taken: then it does not matter which worker took it.
 */
public interface ShardState {
    /** Writes the whole state. */
    void save(DataOutput out) throws IOException;

    /**
     * Reads what {@link #save} wrote; called at most once, before any record.
     *
     * @throws IOException if it ends early
     */
    void load(DataInput in) throws IOException;
}
