package io.heliometer.kinesislocal;

import java.util.List;

/** One shard's limits per second, in and out. */
final class ShardLimits {
    /** The name of the service's exception, and of the error code in PutRecords. */
    static final String THROTTLED = "ProvisionedThroughputExceededException";

    private final boolean enforced;
    private final TokenBucket recordsIn;
    private final TokenBucket bytesIn;
    private final TokenBucket reads;
    private final TokenBucket bytesOut;

    ShardLimits(boolean enforced, long nowMillis) {
        this.enforced = enforced;
        this.recordsIn = new TokenBucket(Quotas.SHARD_RECORDS_IN, nowMillis);
        this.bytesIn = new TokenBucket(Quotas.SHARD_BYTES_IN, nowMillis);
        this.reads = new TokenBucket(Quotas.SHARD_READS, nowMillis);
        this.bytesOut = new TokenBucket(Quotas.SHARD_BYTES_OUT, nowMillis);
    }

    /**
     * Returns how many of the records may be put now: those before the first that is refused. The
     * rest of the call is refused with it, also what would fit, so that a client that tries again
     * keeps its order.
     */
    synchronized int admitWrite(List<Entry> entries, long nowMillis) {
        if (!enforced) {
            return entries.size();
        }
        recordsIn.fill(nowMillis);
        bytesIn.fill(nowMillis);
        int admitted = 0;
        for (Entry entry : entries) {
            if (!recordsIn.admits(1) || !bytesIn.admits(entry.sizeBytes())) {
                break;
            }
            recordsIn.take(1);
            bytesIn.take(entry.sizeBytes());
            admitted++;
        }
        return admitted;
    }

    /** Returns whether a GetRecords may begin now. */
    synchronized boolean admitRead(long nowMillis) {
        if (!enforced) {
            return true;
        }
        reads.fill(nowMillis);
        bytesOut.fill(nowMillis);
        if (!reads.admits(1) || !bytesOut.isPositive()) {
            return false;
        }
        reads.take(1);
        return true;
    }

    /** Counts what a GetRecords gave; a large answer delays the next ones. */
    synchronized void countRead(long bytes) {
        if (enforced) {
            bytesOut.take(bytes);
        }
    }
}
