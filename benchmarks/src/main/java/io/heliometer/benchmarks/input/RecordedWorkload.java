package io.heliometer.benchmarks.input;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Recorded data as a workload, held in memory. Sites are dealt to the partitions in the order of
 * their ids; a partition is in received-time order and ends with two end-of-stream markers.
 */
public final class RecordedWorkload implements Workload {
    private final PanelRegistry registry;
    private final Horizon horizon;
    private final List<List<ScheduledRecord>> partitions;

    private RecordedWorkload(
            PanelRegistry registry, Horizon horizon, List<List<ScheduledRecord>> partitions) {
        this.registry = registry;
        this.horizon = horizon;
        this.partitions = partitions;
    }

    /** Deals records, which are in received-time order, to {@code partitionCount} partitions. */
    static RecordedWorkload of(
            PanelRegistry registry, Horizon horizon, List<SiteRecord> records, int partitionCount) {
        List<List<ScheduledRecord>> partitions = new ArrayList<>();
        for (int i = 0; i < partitionCount; i++) {
            partitions.add(new ArrayList<>());
        }
        int[] sites = registry.sites();
        long lastDueMillis = Long.MIN_VALUE;
        for (SiteRecord record : records) {
            // A device that is not registered has no site; its records are rejected anywhere.
            int rank = Math.max(0, Arrays.binarySearch(sites, record.site()));
            int partition = rank % partitionCount;
            partitions
                    .get(partition)
                    .add(new ScheduledRecord(
                            partition, record.key(), record.dueMillis(), record.payload()));
            lastDueMillis = record.dueMillis();
        }
        byte[] flush = ReadingCodec.encode(PanelReading.flushAt(horizon.flushTimeMillis()));
        for (int i = 0; i < partitionCount; i++) {
            partitions.get(i).add(new ScheduledRecord(i, 0, lastDueMillis, flush));
            partitions.get(i).add(new ScheduledRecord(i, 0, lastDueMillis, flush));
        }
        return new RecordedWorkload(registry, horizon, partitions);
    }

    @Override
    public PanelRegistry registry() {
        return registry;
    }

    @Override
    public Horizon horizon() {
        return horizon;
    }

    @Override
    public int partitions() {
        return partitions.size();
    }

    @Override
    public RecordCursor open(int partition) {
        Iterator<ScheduledRecord> records = partitions.get(partition).iterator();
        return () -> records.hasNext() ? records.next() : null;
    }
}
