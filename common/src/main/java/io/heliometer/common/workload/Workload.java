package io.heliometer.common.workload;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;

/**
 * The input of a trial, which can be read any number of times, from any thread or process, and is
 * the same to the byte each time. Every partition ends with end-of-stream markers.
 */
public interface Workload {
    /** Returns the panels that exist. */
    PanelRegistry registry();

    /** Returns the event-time span; records outside it are rejected. */
    Horizon horizon();

    /** Returns the number of partitions, {@code >= 1}. */
    int partitions();

    /** Opens one partition from its start. */
    RecordCursor open(int partition);
}
