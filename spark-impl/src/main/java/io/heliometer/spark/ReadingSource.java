package io.heliometer.spark;

import static org.apache.spark.sql.functions.col;

import io.heliometer.common.engine.Job;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamReader;

/**
 * Payloads in: the panel topic, or a test's memory. Spark reads no consumer group; which offsets a
 * batch holds is decided by the driver, written to the checkpoint before the batch runs, and read
 * again, the same, if it fails.
 */
@FunctionalInterface
public interface ReadingSource {
    /** Returns the payloads of these partitions of the panel topic, as one streaming source. */
    Dataset<byte[]> payloads(List<Integer> partitions);

    /** Returns all partitions of the job. */
    static List<Integer> partitions(Job job) {
        return IntStream.range(0, job.partitions()).boxed().toList();
    }

    /** Returns the source that reads the job's topic from its first record. */
    static ReadingSource kafka(SparkSession spark, Job job, EngineSettings settings) {
        return partitions -> {
            DataStreamReader reader = spark.readStream()
                    .format("kafka")
                    .option("kafka.bootstrap.servers", job.bootstrapServers())
                    .option("assign", assignment(job.panelTopic(), partitions))
                    // The source would start at the end: a trial may be written before we are up.
                    .option("startingOffsets", "earliest")
                    .option("failOnDataLoss", "true")
                    .options(settings.sourceOptions());
            long limit = settings.maxOffsetsPerTrigger();
            if (limit > 0) {
                long share = Math.max(1, limit * partitions.size() / job.partitions());
                reader = reader.option("maxOffsetsPerTrigger", share);
            }
            return reader.load().select(col("value")).as(Encoders.BINARY());
        };
    }

    /** Returns the partitions of a topic as the source's option wants them. */
    private static String assignment(String topic, List<Integer> partitions) {
        return partitions.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{\"" + topic + "\":[", "]}"));
    }
}
