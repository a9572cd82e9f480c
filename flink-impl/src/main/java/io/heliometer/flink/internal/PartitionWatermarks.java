package io.heliometer.flink.internal;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.time.Windows;
import io.heliometer.flink.EventTime;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The watermark of one partition: the greatest timestamp so far, less what may still come. A
 * watermark is broadcast to every channel behind the source, so one per record would cost more than
 * the records themselves.
 */
public final class PartitionWatermarks implements WatermarkGenerator<Arrival> {
    private final Lateness lateness;
    private final long windowMillis;
    private final boolean atWindowEdges;
    private long maxMillis = EventTime.NO_TIME;
    private long nextEdgeMillis = Long.MIN_VALUE;

    /**
     * Starts before all time.
     *
     * @param lateness how far below the maximum the watermark stands
     * @param windowMillis size of the windows behind it, ms
     * @param emission when to emit
     */
    public PartitionWatermarks(Lateness lateness, long windowMillis, EventTime.Emission emission) {
        this.lateness = lateness;
        this.windowMillis = windowMillis;
        this.atWindowEdges = emission == EventTime.Emission.WINDOW_EDGE;
    }

    @Override
    public void onEvent(Arrival arrival, long timestampMillis, WatermarkOutput output) {
        if (timestampMillis <= maxMillis) {
            return;
        }
        maxMillis = timestampMillis;
        // A window [start, end) is complete once the watermark reaches end - 1.
        if (atWindowEdges && lateness.watermarkMillis(maxMillis) + 1 >= nextEdgeMillis) {
            emit(output);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Flink also asks the generator of the subtask as a whole, which never saw a record.
        if (!atWindowEdges && maxMillis != EventTime.NO_TIME) {
            emit(output);
        }
    }

    private void emit(WatermarkOutput output) {
        long watermarkMillis = lateness.watermarkMillis(maxMillis);
        nextEdgeMillis = Windows.startOf(watermarkMillis + 1, windowMillis) + windowMillis;
        output.emitWatermark(new Watermark(watermarkMillis));
    }
}
