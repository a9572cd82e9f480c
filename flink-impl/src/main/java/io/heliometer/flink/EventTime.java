package io.heliometer.flink;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.time.Lateness;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.PartitionWatermarks;

import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time in Flink: the source asks for the timestamp of each record and keeps one watermark
 * generator per Kafka partition (split); a subtask's watermark is the minimum over its partitions,
 * an operator's the minimum over its input channels. The specification defines the watermark by
 * accepted records only, so the rules of Q0 run here, in the timestamp assigner: a rejected record
 * gets {@link #NO_TIME} and cannot move the maximum. Validating behind the source would be too
 * late, one device with a fast clock would have closed every window.
 */
public final class EventTime {
    /** The timestamp of a record that must not move time; Flink's own mark for "none". */
    public static final long NO_TIME = TimestampAssigner.NO_TIMESTAMP;

    /** Received time never goes back within a partition, so only its own millisecond is waited. */
    private static final Lateness IN_ORDER = new Lateness(0);

    private EventTime() {}

    /** When the source tells the operators behind it how far time has come. */
    public enum Emission {
        /** Every {@code pipeline.auto-watermark-interval}, as Flink's own generators do. */
        PERIODIC,
        /**
         * With the record that passes a window's end, the only moments at which time matters; where
         * timers matter too, which stand at any moment, at the edges of ticks of event time.
         */
        WINDOW_EDGE
    }

    /**
     * Returns the strategy for queries over event time: time is the event time of accepted records,
     * the watermark {@code max - L - 1}.
     *
     * @param edgeMillis what divides every moment that matters to the query, ms
     */
    public static WatermarkStrategy<Arrival> ofAcceptedReadings(
            String jobFile, Emission emission, long edgeMillis) {
        return WatermarkStrategy.<Arrival>forGenerator(context -> new PartitionWatermarks(
                        OpenJob.at(jobFile).job().lateness(), edgeMillis, emission))
                .withTimestampAssigner(
                        context -> acceptedEventTime(OpenJob.at(jobFile).rules()));
    }

    /**
     * Returns the strategy for Q0's counts: time is the received time of parsed records, the
     * watermark {@code max - 1}.
     */
    public static WatermarkStrategy<Arrival> ofReceivedReadings(Emission emission) {
        return WatermarkStrategy.<Arrival>forGenerator(context ->
                        new PartitionWatermarks(IN_ORDER, ValidateReadings.WINDOW_MILLIS, emission))
                .withTimestampAssigner((arrival, kafkaMillis) -> {
                    PanelReading reading = arrival.reading();
                    return reading == null ? NO_TIME : reading.receivedTimeMillis();
                });
    }

    private static TimestampAssigner<Arrival> acceptedEventTime(ValidateReadings rules) {
        return (arrival, kafkaMillis) -> {
            PanelReading reading = arrival.reading();
            if (reading == null || (!reading.flush() && rules.check(reading) != null)) {
                return NO_TIME;
            }
            return reading.eventTimeMillis();
        };
    }
}
