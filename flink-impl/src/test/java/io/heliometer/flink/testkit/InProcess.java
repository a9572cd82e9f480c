package io.heliometer.flink.testkit;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.wire.SunFile;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import io.heliometer.flink.EngineSettings;
import io.heliometer.flink.Topology;
import io.heliometer.flink.internal.RereadingSource;
import io.heliometer.flink.internal.ResumeOffsets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One MiniCluster with two slots for all tests of the module. */
public final class InProcess implements BeforeAllCallback {
    private static final int SLOTS = 2;
    private static final long BOUND_SECONDS = 60;
    private static final long DAY_MILLIS = 86_400_000;

    /** The store closes it when the last test of the JVM has run. */
    private record Cluster(MiniCluster miniCluster) implements AutoCloseable {
        @Override
        public void close() {
            miniCluster.closeAsync().orTimeout(BOUND_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private static volatile @Nullable Cluster cluster;

    @Override
    public void beforeAll(ExtensionContext context) {
        cluster = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(InProcess.class))
                .computeIfAbsent(Cluster.class, type -> start(), Cluster.class);
    }

    private static Cluster start() {
        Configuration configuration = new Configuration();
        configuration.set(
                CoreOptions.TMP_DIRS, Path.of("target").toAbsolutePath().toString());
        MiniCluster miniCluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .withRandomPorts()
                .build());
        try {
            miniCluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("MiniCluster must start", e);
        }
        return new Cluster(miniCluster);
    }

    /**
     * Runs the real topology over a workload's records, in the order in which a golden case has
     * them or in which they are due, until the end-of-stream markers have come through.
     *
     * @return the sink with every row
     */
    public static CollectingSink run(Job job, Workload workload, Path folder, int parallelism)
            throws Exception {
        List<ScheduledRecord> records = workload instanceof GoldenCase golden
                ? golden.records()
                : RecordSource.merged(workload);
        return run(job, records, folder, parallelism);
    }

    /** Runs the real topology over records in this order; end-of-stream markers must be there. */
    public static CollectingSink run(
            Job job, List<ScheduledRecord> records, Path folder, int parallelism) throws Exception {
        ResumeOffsets resume = new ResumeOffsets();
        RecordSource source = new RecordSource(job.partitions(), records, resume, null);
        // Nothing is restored here, and a job may end in the midst of its first checkpoint.
        return run(job, new RereadingSource(source, resume), folder, parallelism, Map.of());
    }

    /** Runs the real topology over records of which some are computed twice, before a crash. */
    public static CollectingSink runWithCrash(
            Job job, List<ScheduledRecord> records, Path folder, Crash crash) throws Exception {
        ResumeOffsets resume = new ResumeOffsets();
        RecordSource source = new RecordSource(job.partitions(), records, resume, crash);
        Map<String, String> checkpoints = Map.of(
                "restart-strategy.type", "fixed-delay",
                "restart-strategy.fixed-delay.attempts", "1",
                "restart-strategy.fixed-delay.delay", "0 ms",
                "execution.checkpointing.interval", "20 ms",
                "execution.checkpointing.tolerable-failed-checkpoints", "100");
        CollectingSink sink =
                run(job, new RereadingSource(source, resume), folder, SLOTS, checkpoints);
        if (!crash.happened()) {
            throw new IllegalStateException("crash must have happened, had not: " + crash);
        }
        return sink;
    }

    private static CollectingSink run(
            Job job,
            Source<Arrival, ?, ?> source,
            Path folder,
            int parallelism,
            Map<String, String> options)
            throws Exception {
        Path jobFile = folder.resolve("job.properties");
        job.write(jobFile);
        EngineSettings settings = EngineSettings.of(job);
        Configuration configuration = Configuration.fromMap(settings.flinkOptions());
        configuration.setString("restart-strategy.type", "none");
        configuration.removeKey("execution.checkpointing.interval");
        options.forEach(configuration::setString);
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        // Behind every window and timer, before the end-of-stream markers.
        CollectingSink sink =
                new CollectingSink(job.horizon().endMillis() + DAY_MILLIS, parallelism);
        new Topology(source, sink).addTo(environment, jobFile.toString(), settings);
        await(environment, sink);
        return sink;
    }

    private static void await(StreamExecutionEnvironment environment, CollectingSink sink)
            throws Exception {
        MiniCluster miniCluster = Objects.requireNonNull(cluster).miniCluster();
        JobID id = miniCluster
                .submitJob(environment.getStreamGraph().getJobGraph())
                .get(BOUND_SECONDS, TimeUnit.SECONDS)
                .getJobID();
        CompletableFuture<JobResult> end = miniCluster.requestJobResult(id);
        try {
            CompletableFuture.anyOf(sink.complete(), end).get(BOUND_SECONDS, TimeUnit.SECONDS);
            if (end.isDone()) {
                end.join().toJobExecutionResult(InProcess.class.getClassLoader());
                throw new IllegalStateException("job must run until cancelled, ended by itself");
            }
        } finally {
            // Cancelling what has ended fails, and would hide why it ended.
            if (!end.isDone()) {
                miniCluster.cancelJob(id).get(BOUND_SECONDS, TimeUnit.SECONDS);
                end.get(BOUND_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /** Returns a job over a workload; its registry and sun are written into the folder. */
    public static Job job(String query, String variant, Workload workload, Path folder)
            throws IOException {
        return job(query, variant, workload, folder, Map.of());
    }

    /** Returns the same job with settings of the user. */
    public static Job job(
            String query,
            String variant,
            Workload workload,
            Path folder,
            Map<String, String> settings)
            throws IOException {
        Path registry = folder.resolve("registry.bin");
        RegistryFile.write(workload.registry(), registry);
        Path sun = folder.resolve("sun.bin");
        SunFile.write(workload.sun(), sun);
        Map<String, String> values = new HashMap<>(Map.of(
                "query", query,
                "variant", variant,
                "registry.file", registry.toString(),
                "sun.file", sun.toString(),
                "work.dir", folder.toString(),
                "partitions", Integer.toString(workload.partitions()),
                "lateness", Long.toString(Lateness.SPEC.allowedMillis()),
                "horizon.start", Long.toString(workload.horizon().startMillis()),
                "horizon.end", Long.toString(workload.horizon().endMillis())));
        settings.forEach((key, value) -> values.put("setting." + key, value));
        return new Job(values);
    }
}
