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
 *
 * <p>At edges it says no more than the edge: partitions that pass the same one within moments then
 * agree on one number, and their minimum moves once per edge and not once per partition.
 */
public final class PartitionWatermarks implements WatermarkGenerator<Arrival> {
    private final Lateness lateness;
    private final long edgeMillis;
    private final boolean atEdges;
    private long maxMillis = EventTime.NO_TIME;
    private long nextEdgeMillis = Long.MIN_VALUE;

    /**
     * Starts before all time.
     *
     * @param lateness how far below the maximum the watermark stands
     * @param edgeMillis what divides the ends of all windows behind it, ms
     * @param emission when to emit
     */
    public PartitionWatermarks(Lateness lateness, long edgeMillis, EventTime.Emission emission) {
        this.lateness = lateness;
        this.edgeMillis = edgeMillis;
        this.atEdges = emission == EventTime.Emission.WINDOW_EDGE;
    }

    @Override
    public void onEvent(Arrival arrival, long timestampMillis, WatermarkOutput output) {
        if (timestampMillis <= maxMillis) {
            return;
        }
        maxMillis = timestampMillis;
        // A window [start, end) is complete once the watermark reaches end - 1.
        long passedMillis = lateness.watermarkMillis(maxMillis) + 1;
        if (atEdges && passedMillis >= nextEdgeMillis) {
            long passedEdge = Windows.startOf(passedMillis, edgeMillis);
            nextEdgeMillis = passedEdge + edgeMillis;
            output.emitWatermark(new Watermark(passedEdge - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Flink also asks the generator of the subtask as a whole, which never saw a record.
        if (!atEdges && maxMillis != EventTime.NO_TIME) {
            output.emitWatermark(new Watermark(lateness.watermarkMillis(maxMillis)));
        }
    }
}
