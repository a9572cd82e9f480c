package io.heliometer.spark;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.spark.query.StringRollup;
import io.heliometer.spark.query.ValidateReadings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Which streaming queries a query of the specification takes, and how they are started. Each has
 * its own offsets and checkpoint, so Q0 reads its input twice: an append of single records and an
 * append of closed windows do not fit one plan with one sink and two schedules.
 *
 * <pre>
 * Q0  validate-readings: payloads -> rows -> results, rejects
 *     reject-counts:     payloads -> rejects by site, reason and window -> results
 * Q3  string-rollup:     payloads -> samples by string and window -> results
 * </pre>
 */
public final class Topology {
    private Topology() {}

    /**
     * Starts all streaming queries of the job's query. They go on from their checkpoints in
     * {@code work.dir/checkpoints/<name>} if there are any.
     *
     * @param jobFile path of the job file; executors read it too
     * @throws UsageException if this engine does not have the query
     * @throws TimeoutException if a query cannot be started in time
     */
    public static List<StreamingQuery> start(
            SparkSession spark, Job job, String jobFile, EngineSettings settings)
            throws TimeoutException {
        ReadingSource source = ReadingSource.kafka(spark, job, settings);
        ResultSink sink = ResultSink.of(job, settings);
        List<StreamingQuery> started = new ArrayList<>();
        for (Map.Entry<String, Dataset<Row>> plan :
                plans(job, jobFile, settings, source).entrySet()) {
            String name = plan.getKey();
            DataStreamWriter<Row> writer = sink.writer(name, plan.getValue())
                    .queryName(name)
                    .outputMode(realTime(name, settings) ? "update" : "append")
                    .trigger(trigger(name, settings))
                    .option("checkpointLocation", checkpoint(job, name));
            started.add(writer.start());
        }
        return started;
    }

    /** Returns rows (topic, value) by the name of the streaming query that makes them. */
    static Map<String, Dataset<Row>> plans(
            Job job, String jobFile, EngineSettings settings, ReadingSource source) {
        Map<String, Dataset<Row>> plans = new LinkedHashMap<>();
        switch (job.query()) {
            case "Q0" -> {
                plans.put(ValidateReadings.NAME, ValidateReadings.rows(source, job, jobFile));
                plans.put(
                        ValidateReadings.COUNTS,
                        ValidateReadings.counts(source, job, jobFile, settings));
            }
            case "Q3" ->
                plans.put(StringRollup.NAME, StringRollup.rows(source, job, jobFile, settings));
            default -> throw new UsageException("query must be one of Q0, Q3, was " + job.query());
        }
        return plans;
    }

    private static Trigger trigger(String name, EngineSettings settings) {
        return realTime(name, settings)
                ? Trigger.RealTime(settings.triggerIntervalMillis())
                : Trigger.ProcessingTime(
                        settings.realTime() ? 0 : settings.triggerIntervalMillis());
    }

    /**
     * Real-time mode takes no state: what has some stays with batches. It knows output mode update
     * only, which is the same as append where nothing is aggregated.
     */
    private static boolean realTime(String name, EngineSettings settings) {
        return settings.realTime() && name.equals(ValidateReadings.NAME);
    }

    private static String checkpoint(Job job, String name) {
        return job.workDir().resolve("checkpoints").resolve(name).toUri().toString();
    }
}
