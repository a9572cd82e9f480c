package io.heliometer.flink.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.flink.EngineSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint;

/**
 * The coordinator: Flink's own entry point in application mode, one cluster for one job. On SIGTERM
 * Flink's shutdown hook suspends the job; rows since the last checkpoint stay in a transaction that
 * is never committed ({@code flink stop} takes a last savepoint first).
 */
public final class JobManager {
    private JobManager() {}

    /**
     * Runs until the process is told to stop.
     *
     * @param jobClass the class whose main builds the job
     */
    public static void run(Role role, EngineSettings settings, Class<?> jobClass)
            throws IOException {
        ClusterFiles files = ClusterFiles.write(role, settings);
        RestApi rest = new RestApi(role.job());
        int taskManagers = role.job().count(ClusterFiles.TASK_MANAGER);
        ReadyWatch.start(role, () -> rest.isWorking(taskManagers));
        List<String> args = new ArrayList<>(List.of(
                "--configDir", files.folder(),
                "--job-classname", jobClass.getName(),
                "--job-id", Checkpoints.JOB_ID));
        newestCheckpoint(role.job())
                .ifPresent(path -> args.addAll(List.of("--fromSavepoint", path)));
        args.add(files.jobFile());
        StandaloneApplicationClusterEntryPoint.main(args.toArray(String[]::new));
    }

    /** Without ZooKeeper or Kubernetes nobody else tells a restarted JobManager where it was. */
    private static Optional<String> newestCheckpoint(Job job) throws IOException {
        return Checkpoints.newest(ClusterFiles.checkpoints(job));
    }
}
