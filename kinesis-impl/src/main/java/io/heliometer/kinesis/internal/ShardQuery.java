package io.heliometer.kinesis.internal;

import io.heliometer.common.model.Arrival;
import io.heliometer.kinesis.EventTime;

/**
 * A query over one shard. Called by one thread at a time, in the order of the shard; its state is
 * gone when the lease of the shard is.
 */
public interface ShardQuery {
    /** Takes the next record. */
    void accept(Arrival arrival);

    /** Returns the clock of this shard. */
    EventTime time();
}
