package io.heliometer.common.workload;

import io.heliometer.common.math.CounterRandom;
import io.heliometer.common.wire.Hash;

/**
 * One record of the input topic, with the moment at which it is due.
 *
 * @param partition partition of the topic; decided by the site
 * @param key record key: the device id, also where the payload is malformed
 * @param dueMillis when it should be sent, in the run's own time (received time, ms UTC)
 * @param payload what is sent
 */
@SuppressWarnings(
        "ArrayRecordComponent") // One per record on the hot path; identity is never asked for.
public record ScheduledRecord(int partition, int key, long dueMillis, byte[] payload) {
    /** Returns a hash of everything that is sent and when, for digests. */
    public long hash() {
        return CounterRandom.mix(
                Hash.of(payload) ^ CounterRandom.mix(dueMillis * 31 + partition) ^ key);
    }
}
