package io.heliometer.kinesis.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.kinesis.common.HashKeyRangeForLease;
import software.amazon.kinesis.coordinator.migration.MigrationState;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.leases.LeaseRefresher;
import software.amazon.kinesis.leases.dynamodb.DynamoDBLeaseSerializer;
import software.amazon.kinesis.leases.exceptions.LeasingException;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * The first start of an application, and who owns which shard. KCL alone needs more than a minute
 * for the first start: it polls for its index every 10 s, waits 1 to 30 s at random while there are
 * no leases, creates them, sleeps for {@code shardSyncIntervalMillis}, and gives all of them to
 * whichever worker announced itself first, to balance them later. So worker 1 creates what is
 * missing before KCL starts, and reserves each lease for one worker by name; then none of these
 * waits applies. A worker that does not come loses its reservation as if it had died.
 */
final class LeaseTable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseTable.class);
    private static final long POLL_SECONDS = 1;
    private static final long CREATE_LIMIT_SECONDS = 120;
    private static final long POLL_MILLIS = 100;
    private static final long FIRST_WORKER_LIMIT_MILLIS = 60_000;

    private final LeaseManagementConfig config;
    private final String stream;
    private final LeaseRefresher leases;

    /** Every lease has this counter until its owner renews it for the first time. */
    private static final long NEVER_RENEWED = 0;

    /** How the shards are shared out. */
    record Share(int shardCount, int ownedCount, int ownCount) {}

    /**
     * Opens the table of an application.
     *
     * @param config names table and clients; its worker identifier is not used
     */
    LeaseTable(LeaseManagementConfig config, String stream) {
        this.config = config;
        this.stream = stream;
        this.leases = config.leaseManagementFactory(new DynamoDBLeaseSerializer(), false)
                .createLeaseRefresher();
    }

    /**
     * Creates table, index and leases where they are missing.
     *
     * @param workers who the leases are reserved for, in turn
     */
    void create(List<String> workers) throws InterruptedException {
        try {
            leases.createLeaseTableIfNotExists();
            require(leases.waitUntilLeaseTableExists(POLL_SECONDS, CREATE_LIMIT_SECONDS), "table");
            leases.createLeaseOwnerToLeaseKeyIndexIfNotExists();
            require(
                    leases.waitUntilLeaseOwnerToLeaseKeyIndexExists(
                            POLL_SECONDS, CREATE_LIMIT_SECONDS),
                    "index");
            if (leases.isLeaseTableEmpty()) {
                int next = 0;
                for (Shard shard : shards()) {
                    Lease lease = unread(shard);
                    lease.leaseOwner(workers.get(next++ % workers.size()));
                    leases.createLeaseIfNotExists(lease);
                }
            }
        } catch (LeasingException | ExecutionException e) {
            throw new IllegalStateException("leases must be creatable, were not", e);
        }
    }

    /** Returns the shards that hold the oldest records; KCL adds their children in time. */
    private List<Shard> shards() throws ExecutionException, InterruptedException {
        return config.kinesisClient()
                .listShards(request -> request.streamName(stream)
                        .shardFilter(filter -> filter.type(ShardFilterType.AT_TRIM_HORIZON)))
                .get()
                .shards();
    }

    private static Lease unread(Shard shard) {
        Lease lease = new Lease();
        lease.leaseKey(shard.shardId());
        lease.checkpoint(ExtendedSequenceNumber.TRIM_HORIZON);
        lease.ownerSwitchesSinceCheckpoint(0L);
        lease.leaseCounter(NEVER_RENEWED);
        lease.hashKeyRange(HashKeyRangeForLease.fromHashKeyRange(shard.hashKeyRange()));
        return lease;
    }

    private void require(boolean exists, String what) {
        if (!exists) {
            throw new IllegalStateException("lease " + what + " must exist within "
                    + CREATE_LIMIT_SECONDS + " s, did not: " + config.tableName());
        }
    }

    /**
     * Waits until the first worker has started KCL. Two workers whose first starts coincide may
     * both find no state; the one that then fails to write it never finishes its initialisation
     * ({@code leaderDecider is null}, for ever).
     */
    void awaitFirstWorker() throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FIRST_WORKER_LIMIT_MILLIS);
        while (!hasState()) {
            if (System.nanoTime() - limit > 0) {
                LOG.warn("no worker has started KCL for {} ms", FIRST_WORKER_LIMIT_MILLIS);
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean hasState() throws InterruptedException {
        DynamoDbAsyncClient dynamo = config.dynamoDBClient();
        Map<String, AttributeValue> key =
                Map.of("leaseKey", AttributeValue.fromS(MigrationState.MIGRATION_HASH_KEY));
        try {
            return dynamo.getItem(request ->
                            request.tableName(config.tableName()).key(key).consistentRead(true))
                    .get()
                    .hasItem();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ResourceNotFoundException) {
                return false;
            }
            throw new IllegalStateException("lease table must be readable, was not", e);
        }
    }

    /** Returns whether there is a lease that was reserved for this worker and never renewed. */
    boolean isReservedFor(String worker) {
        return list().stream()
                .anyMatch(lease ->
                        worker.equals(lease.leaseOwner()) && lease.leaseCounter() == NEVER_RENEWED);
    }

    /** Returns who owns what, as the table says now. */
    Share share(String worker) {
        List<Lease> all = list();
        return new Share(
                all.size(),
                (int) all.stream().filter(lease -> lease.leaseOwner() != null).count(),
                (int) all.stream()
                        .filter(lease -> worker.equals(lease.leaseOwner())
                                && lease.checkpointOwner() == null)
                        .count());
    }

    private List<Lease> list() {
        try {
            return leases.listLeases();
        } catch (LeasingException e) {
            throw new IllegalStateException("leases must be readable, were not", e);
        }
    }
}
