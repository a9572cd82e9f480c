package io.heliometer.flink.internal;

import io.heliometer.common.engine.Role;
import io.heliometer.flink.EngineSettings;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/**
 * A worker: Flink's own TaskManager with one slot, so that two subtasks never share one process
 * while another stands idle. Ready once the JobManager knows it.
 */
public final class TaskManager {
    /** After this TaskManagerRunner goes on asking by itself. */
    private static final Duration COORDINATOR_BOUND = Duration.ofMinutes(1);

    private TaskManager() {}

    /** Runs until the process is told to stop. */
    public static void run(Role role, EngineSettings settings)
            throws IOException, InterruptedException {
        role.counter(Role.ENGINE_DROPPED, EngineDropped::count);
        ClusterFiles files = ClusterFiles.write(role, settings);
        RestApi rest = new RestApi(role.job());
        // A TaskManager whose first call finds nobody sleeps ten seconds before it calls again.
        RestApi.await(rest::isUp, COORDINATOR_BOUND);
        ReadyWatch.start(role, () -> rest.hasTaskManager(role.name()));
        TaskManagerRunner.runTaskManagerProcessSecurely(
                new String[] {"--configDir", files.folder()});
    }
}
