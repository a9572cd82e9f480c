package io.heliometer.flink.testkit;

import io.heliometer.common.engine.Job;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.flink.EngineSettings;
import io.heliometer.flink.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
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
     * Runs the real topology over a golden case until the end-of-stream markers have come through.
     *
     * @return the sink with every row
     */
    public static CollectingSink run(Job job, GoldenCase golden, Path folder, int parallelism)
            throws Exception {
        Path jobFile = folder.resolve("job.properties");
        job.write(jobFile);
        EngineSettings settings = EngineSettings.of(job);
        Configuration configuration = Configuration.fromMap(settings.flinkOptions());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        // Nothing is restored here, and a job may end in the midst of its first checkpoint.
        configuration.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        long flushMillis = golden.horizon().flushTimeMillis();
        CollectingSink sink =
                new CollectingSink(Lateness.SPEC.watermarkMillis(flushMillis), parallelism);
        new Topology(new GoldenSource(golden), sink)
                .addTo(environment, jobFile.toString(), settings);
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
            miniCluster.cancelJob(id).get(BOUND_SECONDS, TimeUnit.SECONDS);
            end.get(BOUND_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Returns a job over a golden case; its registry is written into the folder. */
    public static Job job(String query, String variant, GoldenCase golden, Path folder)
            throws IOException {
        Path registry = folder.resolve("registry.bin");
        RegistryFile.write(golden.registry(), registry);
        Map<String, String> values = new HashMap<>(Map.of(
                "query", query,
                "variant", variant,
                "registry.file", registry.toString(),
                "work.dir", folder.toString(),
                "partitions", Integer.toString(golden.partitions()),
                "lateness", Long.toString(Lateness.SPEC.allowedMillis()),
                "horizon.start", Long.toString(golden.horizon().startMillis()),
                "horizon.end", Long.toString(golden.horizon().endMillis())));
        return new Job(values);
    }
}
