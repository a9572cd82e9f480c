package io.heliometer.flink;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.time.Windows;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.query.DeduplicateReadings;
import io.heliometer.flink.query.EnrichReadings;
import io.heliometer.flink.query.PeerComparison;
import io.heliometer.flink.query.PlantMonitor;
import io.heliometer.flink.query.SilentDevices;
import io.heliometer.flink.query.StringRollup;
import io.heliometer.flink.query.ValidateReadings;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Source, query, sink: the whole job. Source and sink are arguments, so that the tests run the same
 * pipeline without a broker.
 *
 * @param source readings as they come off the topic, one split per partition
 * @param sink takes the rows of both topics
 */
public record Topology(Source<Arrival, ?, ?> source, Sink<OutputRow> sink) {
    /**
     * Adds the job's query to the environment.
     *
     * @param jobFile path of the job file, which every worker opens for itself
     * @throws UsageException if the query is unknown
     */
    public void addTo(
            StreamExecutionEnvironment environment, String jobFile, EngineSettings settings) {
        Job job = OpenJob.at(jobFile).job();
        DataStream<Arrival> arrivals =
                read(environment, job, eventTime(job.query(), jobFile, settings));
        rows(job.query(), arrivals, jobFile)
                .sinkTo(sink)
                .name("results-and-rejects")
                .uid("results-and-rejects");
    }

    private static WatermarkStrategy<Arrival> eventTime(
            String query, String jobFile, EngineSettings settings) {
        return switch (query) {
            case "Q0" -> EventTime.ofReceivedReadings(settings.emission());
            case "Q6", "M" ->
                EventTime.ofAcceptedReadings(jobFile, settings.emission(), settings.tickMillis());
            default ->
                EventTime.ofAcceptedReadings(
                        jobFile, settings.emission(), Windows.FIVE_MINUTES_MILLIS);
        };
    }

    private static DataStream<OutputRow> rows(
            String query, DataStream<Arrival> arrivals, String jobFile) {
        return switch (query) {
            case "Q0" -> ValidateReadings.apply(arrivals, jobFile);
            case "Q1" -> DeduplicateReadings.apply(arrivals, jobFile);
            case "Q2" -> EnrichReadings.apply(arrivals, jobFile);
            case "Q3" -> StringRollup.apply(arrivals, jobFile);
            case "Q5" -> PeerComparison.apply(arrivals, jobFile);
            case "Q6" -> SilentDevices.apply(arrivals, jobFile);
            case "M" -> PlantMonitor.apply(arrivals, jobFile);
            default ->
                throw new UsageException(
                        "query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was " + query);
        };
    }

    /**
     * A source subtask without a partition would hold back the watermark for ever: it is never told
     * that an unbounded topic has no more partitions for it. So there are never more subtasks than
     * partitions.
     */
    private DataStream<Arrival> read(
            StreamExecutionEnvironment environment, Job job, WatermarkStrategy<Arrival> eventTime) {
        int parallelism = Math.min(environment.getParallelism(), job.partitions());
        return environment
                .fromSource(source, eventTime, "panel-readings")
                .setParallelism(parallelism)
                .uid("panel-readings");
    }
}
