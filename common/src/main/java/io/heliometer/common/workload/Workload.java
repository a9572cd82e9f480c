package io.heliometer.common.workload;

import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;

import java.util.List;

/**
 * The input of a trial, which can be read any number of times, from any thread or process, and is
 * the same to the byte each time. Every partition ends with end-of-stream markers.
 */
public interface Workload {
    /**
     * Returns the panels that exist, in the version that is known when the run starts. Later ones
     * come as announcements among the records.
     */
    PanelRegistry registry();

    /** Returns when the sun is up at each site; empty where nobody knows. */
    default SunTable sun() {
        return SunTable.EMPTY;
    }

    /**
     * Returns the truth about every fault and hard negative of the run, by id; empty where nobody
     * knows, as with recorded data.
     */
    default List<FaultLabel> labels() {
        return List.of();
    }

    /** Returns the event-time span; records outside it are rejected. */
    Horizon horizon();

    /** Returns the number of partitions, {@code >= 1}. */
    int partitions();

    /** Opens one partition from its start. */
    RecordCursor open(int partition);
}
