package io.heliometer.flink;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.model.Arrival;
import io.heliometer.flink.internal.OpenJob;
import io.heliometer.flink.internal.OutputRow;
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
            StreamExecutionEnvironment environment, String jobFile, EventTime.Emission emission) {
        OpenJob open = OpenJob.at(jobFile);
        DataStream<OutputRow> rows = switch (open.job().query()) {
            case "Q0" ->
                ValidateReadings.apply(
                        read(environment, open.job(), EventTime.ofReceivedReadings(emission)),
                        jobFile);
            case "Q3" ->
                StringRollup.apply(
                        read(
                                environment,
                                open.job(),
                                EventTime.ofAcceptedReadings(jobFile, emission)),
                        jobFile,
                        open.registry().samplingPeriodSeconds());
            default ->
                throw new UsageException(
                        "query must be one of Q0, Q3, was " + open.job().query());
        };
        rows.sinkTo(sink).name("results-and-rejects").uid("results-and-rejects");
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
