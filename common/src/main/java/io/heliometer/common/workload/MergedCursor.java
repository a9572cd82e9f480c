package io.heliometer.common.workload;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** All partitions of a workload as one stream, in the order in which the records are due. */
public final class MergedCursor implements RecordCursor {
    private record Head(ScheduledRecord first, RecordCursor rest) {}

    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparingLong((Head head) -> head.first.dueMillis())
                    .thenComparingInt(head -> head.first.partition()));

    /** Opens every partition from its start. */
    public MergedCursor(Workload workload) {
        for (int partition = 0; partition < workload.partitions(); partition++) {
            push(workload.open(partition));
        }
    }

    private void push(RecordCursor cursor) {
        ScheduledRecord first = cursor.next();
        if (first != null) {
            heads.add(new Head(first, cursor));
        }
    }

    @Override
    public @Nullable ScheduledRecord next() {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        push(head.rest);
        return head.first;
    }
}
