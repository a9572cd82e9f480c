package io.heliometer.common.query;

import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.common.query.SilentDevices.State;
import io.heliometer.common.workload.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Q6 in one partition of {@link QueryEvaluator}: settles a device only when it is time to. */
final class SilenceEvaluator {
    /** One device: what is settled, what is not, and when to look again. */
    private static final class Watched {
        private final Device device;
        private final TreeSet<Long> pending = new TreeSet<>();
        private State state = State.START;
        private long wakeMillis = Long.MIN_VALUE;

        Watched(Device device) {
            this.device = device;
        }
    }

    private final SilentDevices query;
    private final Consumer<String> rows;
    private final Map<Integer, Watched> byDevice = new HashMap<>();
    private final List<Watched> all = new ArrayList<>();

    SilenceEvaluator(Workload workload, int partition, Consumer<String> rows) {
        this.query = new SilentDevices(
                workload.sun(), workload.horizon(), workload.registry().samplingPeriodMillis());
        this.rows = rows;
        int[] sites = workload.registry().sites();
        for (int k = partition; k < sites.length; k += workload.partitions()) {
            for (Panel panel : workload.registry().panels()) {
                if (panel.site() == sites[k]) {
                    Watched watched = new Watched(new Device(panel.site(), panel.device()));
                    byDevice.put(panel.device(), watched);
                    all.add(watched);
                }
            }
        }
    }

    void add(PanelReading reading) {
        Watched watched = Objects.requireNonNull(byDevice.get(reading.device()));
        watched.pending.add(reading.eventTimeMillis());
        setAlarm(watched);
    }

    void advance(long watermarkMillis) {
        for (Watched watched : all) {
            if (watched.wakeMillis <= watermarkMillis) {
                settle(watched, watermarkMillis);
            }
        }
    }

    private void settle(Watched watched, long watermarkMillis) {
        long[] pending = watched.pending.stream().mapToLong(Long::longValue).toArray();
        watched.state = query.settle(watched.device, watched.state, pending, watermarkMillis, rows);
        watched.pending.headSet(watermarkMillis, true).clear();
        setAlarm(watched);
    }

    private void setAlarm(Watched watched) {
        Long first = watched.pending.higher(watched.state.lastMillis());
        watched.wakeMillis = query.nextWakeMillis(
                watched.device.site(), watched.state, first == null ? SilentDevices.NEVER : first);
    }
}
