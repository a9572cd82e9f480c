package io.heliometer.spark.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.spark.EngineSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.deploy.DeployMessages;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * A worker: Spark's own daemon, which starts one executor as its child process when the master asks
 * for it. The executor does the work and gets the heap of the role; the daemon needs some tens of
 * MiB on top of it. An executor that loses its daemon ends by itself, and the master asks for a new
 * one as soon as a daemon registers again.
 */
public final class WorkerDaemon {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerDaemon.class);
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int CONNECT_MILLIS = 500;

    /** How long an executor may take to end after SIGTERM; Spark would wait for ten seconds. */
    private static final long EXECUTOR_GRACE_MILLIS = 2_000;

    private static final ClassTag<DeployMessages.WorkerStateResponse> STATE =
            ClassTag$.MODULE$.apply(DeployMessages.WorkerStateResponse.class);

    private WorkerDaemon() {}

    /**
     * Runs until the process is told to stop.
     *
     * @throws TimeoutException if the master cannot be found
     */
    public static void run(Role role, EngineSettings settings)
            throws InterruptedException, TimeoutException {
        Job job = role.job();
        int masterPort = ClusterConf.masterPort(job);
        // A daemon whose first call finds nobody waits for up to 15 s before it calls again.
        Await.until("master listening", BOUND, () -> listens(masterPort));
        RpcEnv daemon = start(role, settings);
        role.onStop(() -> stop(daemon));
        RpcEndpointRef worker = daemon.setupEndpointRef(daemon.address(), Worker.ENDPOINT_NAME());
        Await.until("registration with the master", BOUND, () -> isRegistered(worker));
        LOG.info("registered with {}", ClusterConf.masterUrl(job));
        role.ready();
        daemon.awaitTermination();
        role.awaitStop();
    }

    private static RpcEnv start(Role role, EngineSettings settings) {
        Job job = role.job();
        return Worker.startRpcEnvAndEndpoint(
                LoopbackConf.LOOPBACK,
                0,
                0,
                ClusterConf.slots(job, settings),
                job.heapMiB(ClusterConf.WORKER),
                new String[] {ClusterConf.masterUrl(job)},
                job.workDir().resolve(role.name()).toString(),
                Option.empty(),
                ClusterConf.daemon(),
                Option.empty());
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRegistered(RpcEndpointRef worker) {
        DeployMessages.WorkerStateResponse state =
                worker.askSync(DeployMessages.RequestWorkerState$.MODULE$, STATE);
        return !state.masterUrl().isEmpty();
    }

    /** Ends the daemon first, or it would start a new executor for the one that ends. */
    private static void stop(RpcEnv daemon) throws InterruptedException, ExecutionException {
        daemon.shutdown();
        CompletableFuture<?>[] ends = ProcessHandle.current()
                .descendants()
                .peek(ProcessHandle::destroy)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(EXECUTOR_GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("executor did not end within {} ms, killing it", EXECUTOR_GRACE_MILLIS);
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
