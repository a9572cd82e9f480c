package io.heliometer.spark.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.spark.EngineSettings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What belongs to this cluster and not to the job: addresses, sizes, command lines. */
public final class ClusterConf {
    /** The role of the job's driver and the cluster's master. */
    public static final String DRIVER = "driver";

    /** The role of a worker daemon and its executor. */
    public static final String WORKER = "worker";

    private static final String EXECUTOR_ENVIRONMENT = "spark.executorEnv.";

    private ClusterConf() {}

    /** Returns the port that the master listens on. */
    static int masterPort(Job job) {
        return job.port(DRIVER + "-1", "master");
    }

    /** Returns the master's address as Spark writes it. */
    static String masterUrl(Job job) {
        return "spark://" + LoopbackConf.LOOPBACK + ":" + masterPort(job);
    }

    /**
     * Returns how many tasks an executor runs at a time: enough for a task per partition on all
     * executors together, so that no partition waits for another one's task to end. The tasks of a
     * query in real-time mode keep their slots for good, so batches beside it need as many again.
     */
    static int slots(Job job, EngineSettings settings) {
        int tasks = job.partitions() * (settings.realTime() ? 2 : 1);
        int workers = job.count(WORKER);
        return (tasks + workers - 1) / workers;
    }

    /** Returns the options of a master or worker. */
    static LoopbackConf daemon() {
        return new LoopbackConf(Map.of(
                "spark.driver.host", LoopbackConf.LOOPBACK,
                // A master elsewhere than on the reserved port would not be found.
                "spark.port.maxRetries", "0",
                "spark.master.rest.enabled", "false",
                // By default ten lost executors in a row end the job.
                "spark.deploy.maxExecutorRetries", "-1"));
    }

    /**
     * Returns the options of the application: the user's, then those that this cluster dictates.
     *
     * @param jvmFlags the flags that this JVM was started with; executors get those that they must
     *     share with it
     * @param classPath the class path of the executors
     */
    static Map<String, String> application(
            Job job, EngineSettings settings, List<String> jvmFlags, String classPath) {
        Map<String, String> options = new TreeMap<>(settings.sparkConf(job.query()));
        options.put("spark.app.name", job.applicationId());
        options.put("spark.master", masterUrl(job));
        options.put("spark.driver.host", LoopbackConf.LOOPBACK);
        options.put("spark.driver.bindAddress", LoopbackConf.LOOPBACK);
        options.put("spark.port.maxRetries", "0");
        options.put("spark.ui.enabled", "false");
        options.put("spark.ui.showConsoleProgress", "false");
        options.put("spark.sql.catalogImplementation", "in-memory");
        options.put(
                "spark.sql.warehouse.dir", job.workDir().resolve("warehouse").toString());
        options.put("spark.executor.cores", Integer.toString(slots(job, settings)));
        options.put("spark.executor.memory", job.heapMiB(WORKER) + "m");
        options.put("spark.executor.extraClassPath", classPath);
        options.put("spark.executor.extraJavaOptions", executorFlags(jvmFlags));
        options.putAll(executorEnvironment());
        return options;
    }

    /** Heap and class path have options of their own, module flags are added by Spark. */
    private static String executorFlags(List<String> jvmFlags) {
        return jvmFlags.stream()
                .filter(flag -> flag.startsWith("-XX:") || flag.startsWith("-Djava.io.tmpdir="))
                .map(flag -> '"' + flag + '"')
                .collect(Collectors.joining(" "));
    }

    /**
     * The launcher looks for an installation of Spark in SPARK_HOME and refuses to start an
     * executor without one, unless told that the class path comes from elsewhere.
     */
    private static Map<String, String> executorEnvironment() {
        return Map.of(
                EXECUTOR_ENVIRONMENT + "SPARK_SQL_TESTING", "1",
                EXECUTOR_ENVIRONMENT + "SPARK_SCALA_VERSION", "2.13",
                EXECUTOR_ENVIRONMENT + "SPARK_LOCAL_IP", LoopbackConf.LOOPBACK);
    }
}
