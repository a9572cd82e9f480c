package io.heliometer.kinesis.internal;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.kinesis.EngineSettings;
import io.heliometer.kinesis.internal.LeaseTable.Share;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.checkpoint.CheckpointConfig;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.lifecycle.LifecycleConfig;
import software.amazon.kinesis.metrics.MetricsConfig;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.ProcessorConfig;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.RetrievalConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** One running worker: starts, tells when it can work, ends on SIGTERM or on its own failure. */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** How often it is looked whether the shards are shared out. */
    private static final long POLL_MILLIS = 100;

    /** After so long a worker is content with any share, as long as every shard is read. */
    private static final long SHARE_LIMIT_MILLIS = 60_000;

    /** The longest time that a clean stop may take. */
    private static final long STOP_LIMIT_MILLIS = 3_000;

    private final Role role;
    private final EngineSettings settings;
    private final Clients clients;
    private final ShardRecordProcessorFactory readers;
    private final Watch watch;
    private volatile boolean stopping;

    /**
     * Prepares a worker; nothing runs yet.
     *
     * @param role the process
     * @param readers makes the reader of a shard
     * @param watch what the readers tell
     */
    public Worker(
            Role role,
            EngineSettings settings,
            Clients clients,
            ShardRecordProcessorFactory readers,
            Watch watch) {
        this.role = role;
        this.settings = settings;
        this.clients = clients;
        this.readers = readers;
        this.watch = watch;
    }

    /**
     * Runs until the worker is stopped.
     *
     * @throws IllegalStateException if KCL ended by itself or a shard could not be read on
     */
    public void run() throws InterruptedException {
        final long start = System.nanoTime();
        SingleStreamTracker stream = new SingleStreamTracker(
                role.job().panelTopic(),
                // A trial may be written before we are up.
                InitialPositionInStreamExtended.newInitialPosition(
                        InitialPositionInStream.TRIM_HORIZON));
        LeaseTable table = new LeaseTable(leases(role.name()), role.job().panelTopic());
        LeaseManagementConfig leases = leases(identifier(table));
        LOG.info("KCL starts after {} ms", elapsedMillis(start));
        Scheduler scheduler = scheduler(leases, stream);
        role.onStop(() -> stop(scheduler));
        Thread loop = new Thread(() -> loop(scheduler), "kcl-scheduler");
        loop.setDaemon(true);
        loop.start();
        awaitReady(table, leases.workerIdentifier(), start);
        while (!watch.awaitEnd(Long.MAX_VALUE)) {
            // Only the end or an interrupt ends it.
        }
        requireStopped();
    }

    /**
     * Prepares the lease table and returns the name under which this process takes leases. Only the
     * first start may use the role's name: a worker that was killed and started again must not be
     * taken for the dead one, whose leases and load figures are still in the table.
     */
    private String identifier(LeaseTable table) throws InterruptedException {
        if (role.index() == 1) {
            table.create(IntStream.rangeClosed(1, role.job().count(role.kind()))
                    .mapToObj(index -> role.kind() + "-" + index)
                    .toList());
        } else {
            table.awaitFirstWorker();
        }
        return table.isReservedFor(role.name())
                ? role.name()
                : role.name() + "-" + UUID.randomUUID();
    }

    private LeaseManagementConfig leases(String identifier) {
        Job job = role.job();
        LeaseManagementConfig leases = new LeaseManagementConfig(
                job.applicationId(),
                job.applicationId(),
                clients.dynamo(),
                clients.kinesis(),
                identifier);
        settings.configure(leases);
        return leases;
    }

    private Scheduler scheduler(LeaseManagementConfig leases, SingleStreamTracker stream) {
        Job job = role.job();
        CoordinatorConfig coordinator = new CoordinatorConfig(job.applicationId());
        settings.configure(coordinator);
        LifecycleConfig lifecycle = new LifecycleConfig();
        settings.configure(lifecycle);
        ProcessorConfig processor = new ProcessorConfig(readers);
        settings.configure(processor);
        PollingConfig polling = new PollingConfig(job.panelTopic(), clients.kinesis());
        settings.configure(polling);
        RetrievalConfig retrieval =
                new RetrievalConfig(clients.kinesis(), stream, job.applicationId());
        settings.configure(retrieval);
        retrieval.retrievalSpecificConfig(polling);
        MetricsConfig metrics = new MetricsConfig(null, job.applicationId());
        metrics.metricsFactory(new NullMetricsFactory());
        return new Scheduler(
                new CheckpointConfig(),
                coordinator,
                leases,
                lifecycle,
                metrics,
                processor,
                retrieval);
    }

    private void loop(Scheduler scheduler) {
        try {
            scheduler.run();
        } finally {
            watch.ended();
        }
    }

    /**
     * Waits until every shard has an owner and this worker reads its share of them: shards divided
     * by workers, rounded down or up.
     */
    private void awaitReady(LeaseTable table, String identifier, long start)
            throws InterruptedException {
        while (!watch.awaitEnd(POLL_MILLIS)) {
            Share share = table.share(identifier);
            boolean read = share.ownedCount() == role.job().partitions()
                    && watch.openCount() == share.ownCount();
            if (read && (isFair(share) || elapsedMillis(start) > SHARE_LIMIT_MILLIS)) {
                LOG.info(
                        "reads {} of {} shards after {} ms",
                        share.ownCount(),
                        share.shardCount(),
                        elapsedMillis(start));
                role.ready();
                return;
            }
        }
    }

    private boolean isFair(Share share) {
        int workers = role.job().count(role.kind());
        int floor = share.shardCount() / workers;
        int ceiling = (share.shardCount() + workers - 1) / workers;
        return floor <= share.ownCount() && share.ownCount() <= ceiling;
    }

    private static long elapsedMillis(long startNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    private void requireStopped() {
        if (!stopping) {
            throw new IllegalStateException(
                    "worker must live until SIGTERM, ended; see the log above");
        }
    }

    private void stop(Scheduler scheduler) throws InterruptedException, ExecutionException {
        stopping = true;
        try {
            // Lets the readers write a last checkpoint; the leases expire all the same.
            scheduler.startGracefulShutdown().get(STOP_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("KCL did not end within {} ms", STOP_LIMIT_MILLIS);
        }
    }
}
