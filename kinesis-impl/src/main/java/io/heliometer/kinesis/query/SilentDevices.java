package io.heliometer.kinesis.query;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.SilentDevices.Device;
import io.heliometer.kinesis.EventTime;
import io.heliometer.kinesis.internal.ByDevice;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;
import io.heliometer.kinesis.internal.WatchedDevice;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Q6, which device stopped talking? KCL has no timers: a queue of wake-ups in event time, looked at
 * when the watermark moves, is all of them. A device that never talks has no record that would make
 * its state, so every device of the shard's sites is there from the start.
 */
public final class SilentDevices implements ShardQuery {
    /** Every step of time may be a deadline. */
    private static final long STEP_MILLIS = 1;

    private static final int KEY_COLUMNS = 3;

    private final Shared shared;
    private final OutputRows rows;
    private final io.heliometer.common.query.SilentDevices rule;
    private final EventTime clock = new EventTime(STEP_MILLIS);
    // tag::state[]
    private final ByDevice<WatchedDevice> devices = new ByDevice<>();
    private final PriorityQueue<WakeUp> wakeUps =
            new PriorityQueue<>(Comparator.comparingLong(WakeUp::atMillis));
    // end::state[]

    private record WakeUp(long atMillis, WatchedDevice device) {}

    /**
     * Creates the query of one shard.
     *
     * @param partition says whose sites are in the shard
     */
    public SilentDevices(Shared shared, int partition, OutputRows rows) {
        this.shared = shared;
        this.rows = rows;
        this.rule = new io.heliometer.common.query.SilentDevices(
                shared.sun(), shared.horizon(), shared.registry().samplingPeriodMillis());
        for (Panel panel : shared.panelsOf(partition)) {
            watch(new WatchedDevice(new Device(panel.site(), panel.device())));
        }
    }

    private void watch(WatchedDevice device) {
        devices.put(device.id().device(), device);
        schedule(device);
    }

    @Override
    public void accept(Arrival arrival) {
        PanelReading reading = arrival.reading();
        // tag::late[]
        // Rejected, late ones included, before they reach clock or state: see Lateness.
        if (reading == null || (!reading.flush() && shared.rules().check(reading) != null)) {
            return;
        }
        // end::late[]
        // tag::time[]
        passTime(shared.lateness().watermarkMillis(reading.eventTimeMillis()));
        // end::time[]
        if (!reading.flush()) {
            add(reading);
        }
    }

    void add(PanelReading reading) {
        // tag::key[]
        WatchedDevice device = devices.get(reading.device());
        // end::key[]
        // tag::window[]
        // Not a window: what is settled at the watermark is not opened again.
        if (device == null || reading.eventTimeMillis() <= clock.watermarkMillis()) {
            shared.dropped().add();
            return;
        }
        // end::window[]
        if (device.isFull()) {
            // By night nothing wakes it up, and it talks all the same.
            settle(device);
        }
        device.add(reading.eventTimeMillis());
        if (device.isSilent()) {
            schedule(device);
        }
    }

    /** Makes sure that the device wakes up when it must; an entry for another time is void. */
    private void schedule(WatchedDevice device) {
        long atMillis = device.nextWakeMillis(rule);
        if (atMillis != device.wakeMillis()) {
            device.wakeAt(atMillis);
            if (atMillis != io.heliometer.common.query.SilentDevices.NEVER) {
                wakeUps.add(new WakeUp(atMillis, device));
            }
        }
    }

    // tag::emit[]
    void passTime(long watermarkMillis) {
        if (!clock.passesWindowEnd(watermarkMillis)) {
            return;
        }
        for (WakeUp next = wakeUps.peek();
                next != null && next.atMillis <= watermarkMillis;
                next = wakeUps.peek()) {
            wakeUps.remove();
            if (next.atMillis == next.device.wakeMillis()) {
                settle(next.device);
            }
        }
    }

    private void settle(WatchedDevice device) {
        device.settle(rule, clock.watermarkMillis(), row -> rows.result(row, KEY_COLUMNS));
        schedule(device);
    }
    // end::emit[]

    @Override
    public void save(DataOutput out) throws IOException {
        clock.save(out);
        out.writeInt(devices.size());
        devices.forEach((device, watched) -> {
            out.writeInt(device);
            watched.save(out);
        });
    }

    /** Wake-ups follow from the rest. */
    @Override
    public void load(DataInput in) throws IOException {
        clock.load(in);
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            int id = in.readInt();
            WatchedDevice device = devices.get(id);
            if (device == null) {
                throw new IOException("snapshot watches device " + id + ", this shard does not");
            }
            device.load(in);
            schedule(device);
        }
    }
}
