package io.heliometer.common.workload;

import org.jspecify.annotations.Nullable;

/** The records of one partition, in the order in which they are due. Not thread-safe. */
public interface RecordCursor {
    /** Returns the next record, or null after the last. */
    @Nullable ScheduledRecord next();
}
