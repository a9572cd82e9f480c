package io.heliometer.kinesis;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kinesis.internal.Clients;
import io.heliometer.kinesis.internal.Delivery;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.ShardNumbers;
import io.heliometer.kinesis.internal.SnapshotFolder;
import io.heliometer.kinesis.internal.Watch;
import io.heliometer.kinesis.internal.Worker;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The Kinesis Client Library behind the harness's contract. There is one role, {@code worker}; one
 * of the workers leads, which means that it shares out the leases. Any may be killed at any time.
 */
public final class KinesisEngine implements Engine {
    private static final String WORKER = "worker";

    /** Longer than the SDK tries by itself. */
    private static final long LIST_LIMIT_MILLIS = 30_000;

    /** Called by the service loader. */
    public KinesisEngine() {}

    @Override
    public void run(Role role) throws IOException, InterruptedException {
        if (!role.kind().equals(WORKER)) {
            throw new UsageException("role must be worker-<number>, was " + role.name());
        }
        Job job = role.job();
        EngineSettings settings = EngineSettings.of(job);
        // Wrong values must be found here, not when KCL opens a shard.
        Delivery.Limits limits = settings.delivery();
        DroppedRecords dropped = new DroppedRecords();
        role.counter(Role.ENGINE_DROPPED, dropped::count);
        Watch watch = new Watch();
        try (Clients clients = Clients.of(job)) {
            ShardNumbers numbers = new ShardNumbers(
                    clients.kinesis()::listShards,
                    job.panelTopic(),
                    job.partitions(),
                    LIST_LIMIT_MILLIS);
            Topology topology = new Topology(
                    job,
                    () -> new ResultSink(job, delivery(clients, limits, watch)),
                    dropped,
                    new Topology.Host(
                            watch,
                            numbers::of,
                            new SnapshotFolder(job.workDir().resolve("snapshots")),
                            settings.pace()));
            new Worker(role, settings, clients, topology, watch).run();
        }
    }

    private static Delivery delivery(Clients clients, Delivery.Limits limits, Watch watch) {
        return new Delivery(
                clients.kinesis()::putRecords,
                limits,
                (millis, action) -> CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                        .execute(action),
                () -> watch.failed("delivery"));
    }
}
