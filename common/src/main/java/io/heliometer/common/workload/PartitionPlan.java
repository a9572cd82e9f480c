package io.heliometer.common.workload;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Who is polled when: each device once a period, at a phase of its own that does not depend on the
 * number of partitions. A gateway polls the panels of a string one after the other, so neighbours
 * stay together.
 */
final class PartitionPlan {
    private static final int POLL_GAP_MILLIS = 2;
    private static final int MAX_STRING_PHASE_MILLIS = 58_000;

    private final int[] devices;
    private final int[] phaseMillis;

    private PartitionPlan(int[] devices, int[] phaseMillis) {
        this.devices = devices;
        this.phaseMillis = phaseMillis;
    }

    /**
     * Returns one plan per partition; site number k in ascending order goes to partition k mod
     * count.
     */
    static List<PartitionPlan> of(PanelRegistry registry, long seed, int partitions) {
        Map<Integer, Integer> partitionBySite = new HashMap<>();
        for (int site : registry.sites()) {
            partitionBySite.put(site, partitionBySite.size() % partitions);
        }
        Map<Integer, Integer> polledInString = new HashMap<>();
        int[] phases = new int[registry.panels().size()];
        for (Panel panel : registry.panels()) {
            int position = polledInString.merge(panel.string(), 1, Integer::sum) - 1;
            phases[panel.device()] =
                    Draw.PHASE.below(seed, panel.string(), 0, MAX_STRING_PHASE_MILLIS)
                            + position * POLL_GAP_MILLIS;
        }
        return IntStream.range(0, partitions)
                .mapToObj(partition -> plan(registry, phases, partition, partitionBySite))
                .toList();
    }

    private static PartitionPlan plan(
            PanelRegistry registry,
            int[] phases,
            int partition,
            Map<Integer, Integer> partitionBySite) {
        int[] devices = registry.panels().stream()
                .filter(panel -> partition == partitionBySite.getOrDefault(panel.site(), -1))
                .sorted(Comparator.comparingInt((Panel panel) -> phases[panel.device()])
                        .thenComparingInt(Panel::device))
                .mapToInt(Panel::device)
                .toArray();
        int[] inOrder = Arrays.stream(devices).map(device -> phases[device]).toArray();
        return new PartitionPlan(devices, inOrder);
    }

    /** Returns the panels of this partition, in the order in which they are polled. */
    List<Panel> panels(PanelRegistry registry) {
        return Arrays.stream(devices)
                .mapToObj(registry::find)
                .filter(Objects::nonNull)
                .map(Panel.class::cast)
                .toList();
    }

    int size() {
        return devices.length;
    }

    int device(int index) {
        return devices[index];
    }

    int phaseMillis(int index) {
        return phaseMillis[index];
    }
}
