package io.heliometer.common.workload;

import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;

import java.util.ArrayList;
import java.util.List;

/**
 * The simulated fleet as its gateways deliver it. Each record is a pure function of (seed, device,
 * tick), so any partition can be produced by any thread, in any process, again and again.
 */
public final class SimulatedWorkload implements Workload {
    private final WorkloadSpec spec;
    private final Fleet fleet;
    private final PanelRegistry registry;
    private final RegistryHistory history;
    private final SunTable sun;
    private final List<PartitionPlan> plans;

    /**
     * Builds the fleet and decides who is polled when.
     *
     * @param spec what decides every byte
     */
    public SimulatedWorkload(WorkloadSpec spec) {
        this.spec = spec;
        this.fleet = Fleet.of(spec.fleet(), spec.horizon());
        this.history = new RegistryHistory(spec);
        this.registry = history.initial(fleet.registry());
        this.sun = fleet.sun(spec.horizon());
        int partitions = Math.min(spec.partitions(), registry.sites().length);
        this.plans = PartitionPlan.of(registry, spec.seed(), partitions);
    }

    /** Returns the fleet that is measured. */
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public PanelRegistry registry() {
        return registry;
    }

    @Override
    public SunTable sun() {
        return sun;
    }

    @Override
    public List<FaultLabel> labels() {
        List<FaultLabel> labels = new ArrayList<>(fleet.labels());
        new ClockSkew(spec).addLabels(labels, registry, sun);
        history.addLabels(labels, registry);
        return List.copyOf(labels);
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
        PartitionPlan plan = plans.get(partition);
        return new SimulatedCursor(
                spec, partition, plan, fleet, history.announcements(plan.panels(registry)));
    }
}
