package io.heliometer.spark;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.spark.query.DeduplicateReadings;
import io.heliometer.spark.query.EnrichReadings;
import io.heliometer.spark.query.PeerComparison;
import io.heliometer.spark.query.PlantMonitor;
import io.heliometer.spark.query.SilentDevices;
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
 * append of closed windows do not fit one plan of columns with one sink. An operator of our own can
 * do both, so the others, M with all its parts included, are one streaming query each.
 *
 * <pre>
 * Q0  validate-readings:    payloads -> rows -> results, rejects
 *     reject-counts:        payloads -> rejects by site, reason and window -> results
 * Q1  deduplicate-readings: payloads -> readings by site -> results
 * Q2  enrich-readings:      payloads -> readings and versions by site -> results, rejects
 * Q3  string-rollup:        payloads -> samples by string and window -> results
 * Q5  peer-comparison:      payloads -> samples by panel and window -> by string -> results
 * Q6  silent-devices:       payloads -> readings by site, timers -> results
 * M   plant-monitor:        payloads -> all records by site, timers -> results, rejects
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
            case "Q1" ->
                plans.put(
                        DeduplicateReadings.NAME,
                        DeduplicateReadings.rows(source, job, jobFile, settings));
            case "Q2" -> plans.put(EnrichReadings.NAME, EnrichReadings.rows(source, job, jobFile));
            case "Q3" ->
                plans.put(StringRollup.NAME, StringRollup.rows(source, job, jobFile, settings));
            case "Q5" ->
                plans.put(PeerComparison.NAME, PeerComparison.rows(source, job, jobFile, settings));
            case "Q6" ->
                plans.put(SilentDevices.NAME, SilentDevices.rows(source, job, jobFile, settings));
            case "M" ->
                plans.put(PlantMonitor.NAME, PlantMonitor.rows(source, job, jobFile, settings));
            default ->
                throw new UsageException(
                        "query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was " + job.query());
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
