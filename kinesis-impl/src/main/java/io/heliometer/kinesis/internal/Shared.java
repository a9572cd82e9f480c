package io.heliometer.kinesis.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.time.Lateness;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the queries of all shards share: immutable, but for a counter.
 *
 * @param registry the panels as known when the run starts
 * @param sun when the sun is up
 * @param horizon the event-time span of the run
 * @param lateness the lateness rule
 * @param rules the rules of Q0
 * @param partitions number of shards
 * @param dropped counts what must not be lost
 */
public record Shared(
        PanelRegistry registry,
        SunTable sun,
        Horizon horizon,
        Lateness lateness,
        ValidateReadings rules,
        int partitions,
        DroppedRecords dropped) {

    /** Loads the registry and the sun's times of the job. */
    public static Shared of(Job job, DroppedRecords dropped) throws IOException {
        PanelRegistry registry = job.registry();
        Lateness lateness = job.lateness();
        return new Shared(
                registry,
                job.sun(),
                job.horizon(),
                lateness,
                new ValidateReadings(registry, job.horizon(), lateness),
                job.partitions(),
                dropped);
    }

    /**
     * Returns the panels whose records are in a shard: site number k in ascending order goes to
     * partition k mod count.
     */
    public List<Panel> panelsOf(int partition) {
        int[] sites = registry.sites();
        Set<Integer> here = new HashSet<>();
        for (int k = partition; k < sites.length; k += partitions) {
            here.add(sites[k]);
        }
        return registry.panels().stream()
                .filter(panel -> here.contains(panel.site()))
                .toList();
    }
}
