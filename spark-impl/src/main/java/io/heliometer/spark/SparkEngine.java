package io.heliometer.spark;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import io.heliometer.spark.internal.ClusterConf;
import io.heliometer.spark.internal.Driver;
import io.heliometer.spark.internal.WorkerDaemon;

/** Apache Spark Structured Streaming as an engine under test, on a standalone cluster. */
public final class SparkEngine implements Engine {
    /**
     * Runs a role: {@code driver}, the job's driver with the cluster's master, or {@code worker},
     * the daemon that runs one executor as its child process.
     */
    @Override
    public void run(Role role) throws Exception {
        switch (role.kind()) {
            case ClusterConf.DRIVER -> Driver.run(role, EngineSettings.of(role.job()));
            case ClusterConf.WORKER -> WorkerDaemon.run(role, EngineSettings.of(role.job()));
            default ->
                throw new UsageException("role must be driver or worker, was " + role.kind());
        }
    }
}
