package io.heliometer.spark;

import io.heliometer.common.engine.Job;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.wire.SunFile;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.runtime.MemoryStream;
import org.apache.spark.sql.execution.streaming.runtime.MemoryStream$;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A job over partitions in memory. Records that are added together are read in one batch; queries
 * can be stopped and go on from their checkpoints.
 */
public final class GoldenRun {
    /** Spark waits without a bound for records to be read, so the tests have one, min. */
    public static final int LIMIT_MINUTES = 5;

    private final SparkSession spark;
    private final Job job;
    private final EngineSettings settings;
    private final String jobFile;
    private final Map<String, MemoryStream<byte[]>> streams = new HashMap<>();
    private final List<Row> rows = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Dataset<Row>> plans;
    private List<StreamingQuery> running = List.of();
    private long droppedCount;

    /** Prepares a job; nothing runs yet. */
    public GoldenRun(Workload workload, Job job, Path folder) throws IOException {
        this.job = job;
        this.settings = EngineSettings.of(job);
        this.spark = LocalSpark.session(settings.sparkConf(job.query()));
        RegistryFile.write(workload.registry(), folder.resolve("registry.bin"));
        SunFile.write(workload.sun(), folder.resolve("sun.bin"));
        Path file = folder.resolve("job.properties");
        job.write(file);
        this.jobFile = file.toString();
        this.plans = openPlans();
    }

    /** Runs a case: its records in as many batches as asked for, with a restart before each. */
    public static GoldenRun of(
            GoldenCase golden, String query, String variant, int batches, Path folder)
            throws IOException, TimeoutException, StreamingQueryException {
        // Two state stores per operator would double the work and show nothing more.
        Map<String, String> small = Map.of("spark.sql.shuffle.partitions", "1");
        Job job = job(golden, query, variant, small, folder);
        return inBatches(new GoldenRun(golden, job, folder), golden.records(), batches);
    }

    /** Runs a workload whose records are given in the order in which they come. */
    public static GoldenRun of(
            Workload workload,
            List<ScheduledRecord> records,
            String query,
            String variant,
            int batches,
            Path folder)
            throws IOException, TimeoutException, StreamingQueryException {
        Job job = job(workload, query, variant, Map.of(), folder);
        return inBatches(new GoldenRun(workload, job, folder), records, batches);
    }

    private static GoldenRun inBatches(GoldenRun run, List<ScheduledRecord> records, int batches)
            throws TimeoutException, StreamingQueryException {
        int size = records.size();
        for (int batch = 0; batch < batches; batch++) {
            run.add(records.subList(size * batch / batches, size * (batch + 1) / batches));
            run.start();
            run.awaitRead();
            run.stop();
        }
        return run;
    }

    /** Returns the job of a case. */
    public static Job job(
            Workload workload,
            String query,
            String variant,
            Map<String, String> settings,
            Path folder)
            throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("query", query);
        values.put("variant", variant);
        values.put("application.id", "golden");
        values.put("bootstrap.servers", "127.0.0.1:1");
        values.put("topic.panel", "panel");
        values.put("topic.results", "results");
        values.put("topic.rejects", "rejects");
        values.put("partitions", Integer.toString(workload.partitions()));
        values.put("horizon.start", Long.toString(workload.horizon().startMillis()));
        values.put("horizon.end", Long.toString(workload.horizon().endMillis()));
        values.put("lateness", "120000");
        values.put(
                "registry.file",
                Files.createDirectories(folder).resolve("registry.bin").toString());
        values.put("sun.file", folder.resolve("sun.bin").toString());
        values.put("work.dir", folder.toString());
        settings.forEach((key, value) -> values.put("setting." + key, value));
        return new Job(values);
    }

    /** Starts all queries, from their checkpoints if there are any. */
    public void start() throws TimeoutException {
        List<StreamingQuery> started = new ArrayList<>();
        for (Map.Entry<String, Dataset<Row>> plan : plans.entrySet()) {
            VoidFunction2<Dataset<Row>, Long> collect =
                    (batch, batchId) -> rows.addAll(batch.collectAsList());
            started.add(plan.getValue()
                    .writeStream()
                    .foreachBatch(collect)
                    .option(
                            "checkpointLocation",
                            job.workDir()
                                    .resolve("checkpoints")
                                    .resolve(plan.getKey())
                                    .toUri()
                                    .toString())
                    .start());
        }
        running = started;
    }

    /**
     * Returns the plans; each streaming query reads the topic on its own, so it has own streams.
     */
    private Map<String, Dataset<Row>> openPlans() {
        ReadingSource nameless = partitions -> payloads("unread", partitions);
        Map<String, Dataset<Row>> opened = new LinkedHashMap<>();
        for (String name : Topology.plans(job, jobFile, settings, nameless).keySet()) {
            ReadingSource own = partitions -> payloads(name, partitions);
            opened.put(
                    name,
                    Objects.requireNonNull(
                            Topology.plans(job, jobFile, settings, own).get(name)));
        }
        return opened;
    }

    private Dataset<byte[]> payloads(String query, List<Integer> partitions) {
        return partitions.stream()
                .map(partition -> stream(query, partition).toDS())
                .map(stream -> (Dataset<byte[]>) stream)
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private MemoryStream<byte[]> stream(String query, int partition) {
        return streams.computeIfAbsent(
                query + "/" + partition,
                name -> MemoryStream$.MODULE$.<byte[]>apply(Encoders.BINARY(), spark));
    }

    /** Adds records to their partitions, to be read in the next batch. */
    public void add(List<ScheduledRecord> records) {
        for (String query : plans.keySet()) {
            for (int partition = 0; partition < job.partitions(); partition++) {
                int wanted = partition;
                List<byte[]> payloads = records.stream()
                        .filter(scheduled -> scheduled.partition() == wanted)
                        .map(ScheduledRecord::payload)
                        .toList();
                if (!payloads.isEmpty()) {
                    stream(query, partition)
                            .addData(CollectionConverters.asScala(payloads).toSeq());
                }
            }
        }
    }

    /** Waits until all that was added is read and the watermark that follows from it is used. */
    public void awaitRead() throws StreamingQueryException {
        for (StreamingQuery query : running) {
            query.processAllAvailable();
        }
    }

    /** Stops all queries. */
    public void stop() throws TimeoutException {
        for (StreamingQuery query : running) {
            for (StreamingQueryProgress progress : query.recentProgress()) {
                for (StateOperatorProgress operator : progress.stateOperators()) {
                    droppedCount += operator.numRowsDroppedByWatermark();
                }
            }
            query.stop();
        }
        running = List.of();
    }

    /** Returns all rows of the results topic, sorted. */
    public List<String> results() {
        return rows("results");
    }

    /** Returns all rows of the rejects topic, sorted. */
    public List<String> rejects() {
        return rows("rejects");
    }

    private List<String> rows(String topic) {
        return rows.stream()
                .filter(row -> row.getAs("topic").equals(topic))
                .map(row -> new String(row.<byte[]>getAs("value"), StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    /** Returns how many rows state operators dropped as late. */
    public long droppedCount() {
        return droppedCount;
    }
}
