package io.heliometer.common.workload;

import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.model.Announcement;
import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.wire.ReadingCodec;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Produces one partition in the order of received time. Most records arrive a fixed delay after
 * their poll, so the order of polls is already theirs; only delayed, repeated and back-filled ones
 * wait in a heap. What it holds is bounded by delays and gaps, not by the horizon.
 */
final class SimulatedCursor implements RecordCursor {
    private static final int FLUSH_MARKERS = 2;

    private final int partition;
    private final PartitionPlan plan;
    private final Gateway gateway;
    private final Spoiler spoiler;
    private final Horizon horizon;
    private final PriorityQueue<ScheduledRecord> waiting =
            new PriorityQueue<>(64, SimulatedCursor::inOrder);
    private final long firstTick;
    private final long endTick;
    private long tick;
    private int index;
    private @Nullable ScheduledRecord normal;
    private int flushMarkers;

    SimulatedCursor(
            WorkloadSpec spec,
            int partition,
            PartitionPlan plan,
            Fleet fleet,
            List<Announcement> announcements) {
        this.partition = partition;
        this.plan = plan;
        this.gateway = new Gateway(spec, fleet);
        this.spoiler = new Spoiler(spec);
        this.horizon = spec.horizon();
        this.firstTick = horizon.startMillis() / Fleet.SAMPLING_PERIOD_MILLIS;
        this.endTick = horizon.endMillis() / Fleet.SAMPLING_PERIOD_MILLIS;
        this.tick = firstTick;
        for (Announcement announcement : announcements) {
            waiting.add(new ScheduledRecord(
                    partition,
                    announcement.panel().device(),
                    announcement.receivedTimeMillis(),
                    ReadingCodec.encode(announcement)));
        }
    }

    private static int inOrder(ScheduledRecord one, ScheduledRecord other) {
        int byDueTime = Long.compare(one.dueMillis(), other.dueMillis());
        return byDueTime != 0 ? byDueTime : Integer.compare(one.key(), other.key());
    }

    @Override
    public @Nullable ScheduledRecord next() {
        if (normal == null) {
            normal = pollUntilNormal();
        }
        ScheduledRecord delayed = waiting.peek();
        if (normal == null) {
            return delayed == null ? nextFlush() : waiting.remove();
        }
        if (delayed != null && inOrder(delayed, normal) <= 0) {
            return waiting.remove();
        }
        ScheduledRecord result = normal;
        normal = null;
        return result;
    }

    /** Polls devices until one record takes the normal way; the others wait in the heap. */
    private @Nullable ScheduledRecord pollUntilNormal() {
        while (tick < endTick) {
            int device = plan.device(index);
            long pollMillis = tick * Fleet.SAMPLING_PERIOD_MILLIS + plan.phaseMillis(index);
            long receivedMillis = gateway.receivedMillis(device, tick, pollMillis);
            ScheduledRecord polled = receivedMillis == Gateway.LOST
                    ? null
                    : poll(device, pollMillis, receivedMillis);
            advance();
            if (receivedMillis == pollMillis + Gateway.NORMAL_DELAY_MILLIS) {
                return polled;
            }
            if (polled != null) {
                waiting.add(polled);
            }
        }
        return null;
    }

    private ScheduledRecord poll(int device, long pollMillis, long receivedMillis) {
        PanelReading reading =
                gateway.reading(device, tick, pollMillis, receivedMillis, tick - firstTick);
        int duplicateDelay = gateway.duplicateDelayMillis(device, tick);
        if (duplicateDelay > 0) {
            waiting.add(scheduled(reading.receivedAt(receivedMillis + duplicateDelay)));
        }
        return scheduled(reading);
    }

    private ScheduledRecord scheduled(PanelReading reading) {
        return new ScheduledRecord(
                partition,
                reading.device(),
                reading.receivedTimeMillis(),
                spoiler.payload(reading, tick));
    }

    private void advance() {
        index++;
        if (index == plan.size()) {
            index = 0;
            tick++;
        }
    }

    private @Nullable ScheduledRecord nextFlush() {
        if (flushMarkers == FLUSH_MARKERS) {
            return null;
        }
        flushMarkers++;
        long dueMillis = horizon.endMillis() + Gateway.MAX_DELAY_MILLIS;
        byte[] payload = ReadingCodec.encode(PanelReading.flushAt(horizon.flushTimeMillis()));
        return new ScheduledRecord(partition, 0, dueMillis, payload);
    }
}
