package io.heliometer.spark;

import io.heliometer.common.engine.Job;
import io.heliometer.spark.internal.TransactionalSink;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;

/**
 * Rows out. Two sinks, setting {@code sink}:
 *
 * <ul>
 *   <li>{@code kafka}, the one that Spark ships: tasks send as they go and Kafka acknowledges. A
 *       task or batch that runs again sends again: at least once.
 *   <li>{@code transactional}: each task of a batch is one Kafka transaction that also commits the
 *       batch's id, and a task that finds its batch committed writes nothing: exactly once
 *       ({@link TransactionalSink}).
 * </ul>
 */
@FunctionalInterface
public interface ResultSink {
    /**
     * Directs rows to the sink.
     *
     * @param query the name of the streaming query that writes them
     * @param rows columns {@code topic} and {@code value}
     */
    DataStreamWriter<Row> writer(String query, Dataset<Row> rows);

    /** Returns the sink that the settings ask for. */
    static ResultSink of(Job job, EngineSettings settings) {
        return switch (settings.sink()) {
            case EngineSettings.TRANSACTIONAL ->
                new TransactionalSink(
                        job.bootstrapServers(),
                        job.applicationId(),
                        job.resultsTopic(),
                        settings.producerConfig())::writer;
            default ->
                (query, rows) -> rows.writeStream()
                        .format("kafka")
                        .option("kafka.bootstrap.servers", job.bootstrapServers())
                        .options(settings.sinkOptions());
        };
    }
}
