package io.heliometer.spark.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.spark.EngineSettings;
import io.heliometer.spark.Topology;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The coordinator: the master of a standalone cluster, and the driver of its only application in
 * client mode. Both share a JVM, as in Spark's own local-cluster mode: a driver that is started
 * anew is a new application, which needs nothing that the old master knew, and a standby master is
 * not what is measured here. It saves a process and its start.
 */
public final class Driver {
    private static final Logger LOG = LoggerFactory.getLogger(Driver.class);
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final long STOP_MILLIS = 3_000;

    private final Role role;
    private final EngineSettings settings;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Driver(Role role, EngineSettings settings) {
        this.role = role;
        this.settings = settings;
    }

    /**
     * Runs until the process is told to stop.
     *
     * @throws StreamingQueryException if a query fails
     * @throws TimeoutException if the cluster or a query does not start
     */
    public static void run(Role role, EngineSettings settings)
            throws IOException, InterruptedException, TimeoutException, StreamingQueryException {
        new Driver(role, settings).run();
    }

    private void run()
            throws IOException, InterruptedException, TimeoutException, StreamingQueryException {
        Job job = role.job();
        RpcEnv master = Master.startRpcEnvAndEndpoint(
                        LoopbackConf.LOOPBACK, ClusterConf.masterPort(job), 0, ClusterConf.daemon())
                ._1();
        role.onStop(master::shutdown);
        LOG.info("master listens on {}", ClusterConf.masterUrl(job));
        SparkSession spark = session(job);
        role.onStop(() -> stop(spark));
        LateRows lateRows = new LateRows();
        spark.streams().addListener(lateRows);
        role.counter(Role.ENGINE_DROPPED, lateRows::count);
        LOG.info("session is up");
        Executors executors = new Executors(spark);
        // The first batch decides where state lives, so both executors must be there for it.
        Await.until("executors", BOUND, () -> executors.count() >= job.count(ClusterConf.WORKER));
        LOG.info("all executors are registered");
        List<StreamingQuery> queries = Topology.start(spark, job, jobFile(), settings);
        LOG.info("queries are started");
        Await.until("queries working", BOUND, () -> working(executors, queries));
        role.guarantee(settings.guarantee());
        LOG.info("all queries work");
        role.ready();
        awaitEnd(spark);
    }

    private SparkSession session(Job job) {
        Map<String, String> options = ClusterConf.application(
                job,
                settings,
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                System.getProperty("java.class.path"));
        SparkConf conf = new SparkConf(false);
        options.forEach(conf::set);
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** Writes the job where executors on this machine find it. */
    private String jobFile() throws IOException {
        Path folder = Files.createDirectories(role.job().workDir().resolve(role.name()));
        Path file = folder.resolve("job.properties");
        role.job().write(file);
        return file.toString();
    }

    /** A query that failed counts as working here, so that its failure is met right after. */
    private static boolean working(Executors executors, List<StreamingQuery> queries) {
        return queries.stream().anyMatch(query -> !query.isActive())
                || queries.stream().allMatch(executors::work);
    }

    private void awaitEnd(SparkSession spark) throws InterruptedException, StreamingQueryException {
        try {
            spark.streams().awaitAnyTermination();
        } catch (StreamingQueryException e) {
            if (!stopping.get()) {
                throw e;
            }
        }
        if (!stopping.get()) {
            throw new IllegalStateException("query must run until it is stopped, has ended");
        }
        role.awaitStop();
    }

    /** Bounded, because a query's stop waits for tasks of workers that may be gone already. */
    private void stop(SparkSession spark) throws InterruptedException {
        stopping.set(true);
        Thread thread = new Thread(() -> stopQueries(spark), "stop-queries");
        thread.setDaemon(true);
        thread.start();
        thread.join(STOP_MILLIS);
    }

    private static void stopQueries(SparkSession spark) {
        try {
            for (StreamingQuery query : spark.streams().active()) {
                query.stop();
            }
            spark.stop();
        } catch (TimeoutException e) {
            LOG.warn("query did not stop in time", e);
        } catch (IllegalStateException e) {
            // Spark has a shutdown hook of its own, and the JVM runs all of them at once.
            LOG.info("the session was stopped already");
        }
    }
}
