package io.heliometer.common.workload;

import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.fleet.FleetSpec;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;

import java.util.List;

/**
 * The simulated fleet as its gateways deliver it. Each record is a pure function of (seed, device,
 * tick), so any partition can be produced by any thread, in any process, again and again.
 */
public final class SimulatedWorkload implements Workload {
    private final WorkloadSpec spec;
    private final Fleet fleet;
    private final List<PartitionPlan> plans;

    /**
     * Builds the fleet and decides who is polled when.
     *
     * @param spec what decides every byte
     */
    public SimulatedWorkload(WorkloadSpec spec) {
        this.spec = spec;
        this.fleet = Fleet.of(new FleetSpec(spec.seed(), spec.devices()));
        int partitions = Math.min(spec.partitions(), fleet.registry().sites().length);
        this.plans = PartitionPlan.of(fleet.registry(), spec.seed(), partitions);
    }

    /** Returns the fleet that is measured. */
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public PanelRegistry registry() {
        return fleet.registry();
    }

    @Override
    public Horizon horizon() {
        return spec.horizon();
    }

    @Override
    public int partitions() {
        return plans.size();
    }

    @Override
    public RecordCursor open(int partition) {
        return new SimulatedCursor(spec, partition, plans.get(partition), fleet.newSampler());
    }
}
