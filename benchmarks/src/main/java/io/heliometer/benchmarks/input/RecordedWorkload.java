package io.heliometer.benchmarks.input;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
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
    private final Facts facts;
    private final List<List<ScheduledRecord>> partitions;

    private RecordedWorkload(Facts facts, List<List<ScheduledRecord>> partitions) {
        this.facts = facts;
        this.partitions = partitions;
    }

    /**
     * What is known beside the records.
     *
     * @param registry the devices
     * @param horizon the event-time span
     * @param sun when it is up at the sites that say where they are
     */
    record Facts(PanelRegistry registry, Horizon horizon, SunTable sun) {}

    /** Deals records, which are in received-time order, to {@code partitionCount} partitions. */
    static RecordedWorkload of(Facts facts, List<SiteRecord> records, int partitionCount) {
        List<List<ScheduledRecord>> partitions = new ArrayList<>();
        for (int i = 0; i < partitionCount; i++) {
            partitions.add(new ArrayList<>());
        }
        int[] sites = facts.registry().sites();
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
        byte[] flush = ReadingCodec.encode(PanelReading.flushAt(facts.horizon().flushTimeMillis()));
        for (int i = 0; i < partitionCount; i++) {
            partitions.get(i).add(new ScheduledRecord(i, 0, lastDueMillis, flush));
            partitions.get(i).add(new ScheduledRecord(i, 0, lastDueMillis, flush));
        }
        return new RecordedWorkload(facts, partitions);
    }

    @Override
    public PanelRegistry registry() {
        return facts.registry();
    }

    @Override
    public SunTable sun() {
        return facts.sun();
    }

    @Override
    public Horizon horizon() {
        return facts.horizon();
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
