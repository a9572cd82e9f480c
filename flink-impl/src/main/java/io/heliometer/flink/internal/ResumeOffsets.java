package io.heliometer.flink.internal;

import java.io.Serializable;
import java.util.Arrays;

/**
 * From which offset on each partition's records are new to this subtask. Shared by the reader,
 * which steps back below it, and the deserializer, which must not let data pass twice; both run in
 * the task's own thread.
 */
public final class ResumeOffsets implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Before every offset, also before Flink's negative mark for "the earliest". */
    private static final long NEVER_RESTORED = Long.MIN_VALUE;

    private long[] offsetByPartition = new long[0];

    /** Notes where the partition really resumes. */
    public void set(int partition, long offset) {
        if (partition >= offsetByPartition.length) {
            int known = offsetByPartition.length;
            offsetByPartition = Arrays.copyOf(offsetByPartition, partition + 1);
            Arrays.fill(offsetByPartition, known, partition, NEVER_RESTORED);
        }
        offsetByPartition[partition] = offset;
    }

    /** Returns where the partition resumes; a value below every offset if it was never restored. */
    public long of(int partition) {
        return partition < offsetByPartition.length ? offsetByPartition[partition] : NEVER_RESTORED;
    }

    /** Returns whether the record has already been processed before the restore. */
    public boolean isBefore(int partition, long offset) {
        return offset < of(partition);
    }
}
