package io.heliometer.kstreams.internal;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Counts what this engine lost as late, over all tasks of an instance: accepted records whose
 * window was closed already, and what Kafka Streams itself skipped ({@code dropped-records-total}).
 * Both must be 0; a processor that added such a record silently would write a second row for its
 * window.
 */
public final class DroppedRecords {
    private static final String STREAMS_METRIC = "dropped-records-total";

    private final LongAdder behindWatermark = new LongAdder();
    private volatile long skippedByStreams;

    /** Counts one accepted record that belongs to a closed window. */
    public void add() {
        behindWatermark.increment();
    }

    /**
     * Reads Kafka Streams' own counter. Must be called before it is closed: a closed task takes its
     * metrics along, so this is a lower bound after a rebalance.
     */
    void readFrom(Map<MetricName, ? extends Metric> metrics) {
        double sum = 0;
        for (Metric metric : metrics.values()) {
            if (metric.metricName().name().equals(STREAMS_METRIC)) {
                sum += ((Number) metric.metricValue()).doubleValue();
            }
        }
        skippedByStreams = Math.round(sum);
    }

    /** Returns how many records were dropped. */
    public long count() {
        return behindWatermark.sum() + skippedByStreams;
    }
}
