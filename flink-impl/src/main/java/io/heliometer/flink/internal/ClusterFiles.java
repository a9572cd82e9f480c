package io.heliometer.flink.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.flink.EngineSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The folder of a role, with the files that Flink's daemons read: config.yaml and the job file. */
public final class ClusterFiles {
    /** The role that schedules the job. */
    public static final String JOB_MANAGER = "jobmanager";

    /** The role that runs the job's tasks. */
    public static final String TASK_MANAGER = "taskmanager";

    private static final String LOOPBACK = "127.0.0.1";

    /** What Flink keeps of a TaskManager's heap for itself; its own default. */
    private static final int FRAMEWORK_HEAP_MEBIBYTES = 128;

    private final Path folder;

    private ClusterFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes the files of a role into {@code <work dir>/<role>}. */
    public static ClusterFiles write(Role role, EngineSettings settings) throws IOException {
        Path folder = role.job().workDir().resolve(role.name());
        Files.createDirectories(folder.resolve("tmp"));
        Map<String, String> options = jobOptions(role.job(), settings);
        options.putAll(addresses(role.job()));
        options.put("io.tmp.dirs", folder.resolve("tmp").toString());
        if (role.kind().equals(TASK_MANAGER)) {
            options.putAll(workerOptions(role));
        }
        Files.writeString(folder.resolve("config.yaml"), yaml(options));
        role.job().write(folder.resolve("job.properties"));
        return new ClusterFiles(folder);
    }

    /** Returns the folder that holds config.yaml. */
    public String folder() {
        return folder.toString();
    }

    /** Returns the job file's path. */
    public String jobFile() {
        return folder.resolve("job.properties").toString();
    }

    /** Returns what belongs to the job and not to the cluster, on whatever cluster it runs. */
    public static Map<String, String> jobOptions(Job job, EngineSettings settings) {
        Map<String, String> options = new TreeMap<>(settings.flinkOptions());
        options.put("execution.checkpointing.dir", checkpoints(job).toUri().toString());
        options.put("parallelism.default", Integer.toString(job.count(TASK_MANAGER)));
        return options;
    }

    /** Returns the folder of the job's checkpoints. */
    static Path checkpoints(Job job) {
        return job.workDir().resolve("checkpoints").toAbsolutePath();
    }

    private static Map<String, String> addresses(Job job) {
        String coordinator = JOB_MANAGER + "-1";
        return Map.of(
                "jobmanager.rpc.address", LOOPBACK,
                "jobmanager.bind-host", LOOPBACK,
                "jobmanager.rpc.port", Integer.toString(job.port(coordinator, "rpc")),
                "rest.address", LOOPBACK,
                "rest.bind-address", LOOPBACK,
                "rest.port", Integer.toString(job.port(coordinator, "rest")),
                "taskmanager.host", LOOPBACK,
                "taskmanager.bind-host", LOOPBACK);
    }

    /**
     * Flink's start scripts compute these from the process size; a TaskManager started without them
     * insists on every one. The heap is what the JVM was given, the rest is outside of it.
     */
    private static Map<String, String> workerOptions(Role role) {
        int taskHeapMebiBytes = role.job().heapMiB(TASK_MANAGER) - FRAMEWORK_HEAP_MEBIBYTES;
        return Map.of(
                "taskmanager.resource-id", role.name(),
                "taskmanager.numberOfTaskSlots", "1",
                "taskmanager.cpu.cores", "1.0",
                "taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP_MEBIBYTES + "m",
                "taskmanager.memory.task.heap.size", taskHeapMebiBytes + "m",
                "taskmanager.memory.framework.off-heap.size", "128m",
                "taskmanager.memory.task.off-heap.size", "0m",
                "taskmanager.memory.jvm-metaspace.size", "256m",
                "taskmanager.memory.jvm-overhead.min", "192m",
                "taskmanager.memory.jvm-overhead.max", "192m");
    }

    private static String yaml(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option ->
                        option.getKey() + ": '" + option.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }
}
