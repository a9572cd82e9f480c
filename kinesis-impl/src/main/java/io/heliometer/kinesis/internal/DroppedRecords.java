package io.heliometer.kinesis.internal;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts accepted records whose window was closed already, over all shards of a worker. 0 by
 * construction; a query that added such a record silently would write a second row for its window.
 */
public final class DroppedRecords {
    private final LongAdder count = new LongAdder();

    /** Counts one accepted record that belongs to a closed window. */
    public void add() {
        count.increment();
    }

    /** Returns how many records were dropped. */
    public long count() {
        return count.sum();
    }
}
