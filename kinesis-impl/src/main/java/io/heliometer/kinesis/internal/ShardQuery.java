package io.heliometer.kinesis.internal;

import io.heliometer.common.model.Arrival;

/**
 * A query over one shard. Called by one thread at a time, in the order of the shard; its state on
 * the heap is gone when the lease of the shard is, and lives on in the last snapshot.
 */
public interface ShardQuery extends ShardState {
    /** Takes the next record. */
    void accept(Arrival arrival);

    /** Makes the query of one shard. */
    @FunctionalInterface
    interface Factory {
        /**
         * Returns the query of one shard.
         *
         * @param partition the number of the shard, which says whose sites are in it
         * @param rows where its rows go
         */
        ShardQuery create(int partition, OutputRows rows);
    }
}
