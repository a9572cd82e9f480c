package io.heliometer.common.workload;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All partitions of a workload as one stream, in the order in which the records are due, lower
 * partitions first where two are due at once. A look at every partition per record is quicker than
 * a heap for as many partitions as a topic has.
 */
public final class MergedCursor implements RecordCursor {
    private final RecordCursor[] cursors;
    private final @Nullable ScheduledRecord[] firsts;
    private final long[] dueMillis;
    private int left;

    /** Opens every partition from its start. */
    public MergedCursor(Workload workload) {
        int partitions = workload.partitions();
        cursors = new RecordCursor[partitions];
        firsts = new @Nullable ScheduledRecord[partitions];
        dueMillis = new long[partitions];
        left = partitions;
        Arrays.setAll(cursors, workload::open);
        for (int partition = 0; partition < partitions; partition++) {
            advance(partition);
        }
    }

    private void advance(int partition) {
        ScheduledRecord first = cursors[partition].next();
        firsts[partition] = first;
        if (first == null) {
            dueMillis[partition] = Long.MAX_VALUE;
            left--;
        } else {
            dueMillis[partition] = first.dueMillis();
        }
    }

    @Override
    public @Nullable ScheduledRecord next() {
        if (left == 0) {
            return null;
        }
        int earliest = 0;
        for (int partition = 1; partition < dueMillis.length; partition++) {
            if (dueMillis[partition] < dueMillis[earliest]) {
                earliest = partition;
            }
        }
        ScheduledRecord result = firsts[earliest];
        advance(earliest);
        return result;
    }
}
