package io.heliometer.flink;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import io.heliometer.flink.internal.ClusterFiles;
import io.heliometer.flink.internal.JobManager;
import io.heliometer.flink.internal.TaskManager;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Apache Flink as an engine under test, and the job class that {@code flink run} takes on a cluster
 * of your own: its one argument is the job file.
 */
public final class FlinkEngine implements Engine {
    /**
     * Runs the daemon of a role: {@code jobmanager}, an application cluster whose job is this
     * class, or {@code taskmanager}, one slot of it.
     */
    @Override
    public void run(Role role) throws Exception {
        EngineSettings settings = EngineSettings.of(role.job());
        switch (role.kind()) {
            case ClusterFiles.JOB_MANAGER -> JobManager.run(role, settings, FlinkEngine.class);
            case ClusterFiles.TASK_MANAGER -> TaskManager.run(role, settings);
            default ->
                throw new UsageException(
                        "role must be jobmanager or taskmanager, was " + role.kind());
        }
    }

    /**
     * Builds the job and runs it until it is stopped.
     *
     * @param args the path of the job file
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            throw new UsageException("usage: FlinkEngine <job file>");
        }
        String jobFile = args[0];
        Job job = Job.read(Path.of(jobFile));
        EngineSettings settings = EngineSettings.of(job);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(
                Configuration.fromMap(ClusterFiles.jobOptions(job, settings)));
        new Topology(ReadingSource.kafka(job, settings), ResultSink.kafka(job, settings))
                .addTo(environment, jobFile, settings);
        environment.execute("heliometer " + job.query());
    }
}
