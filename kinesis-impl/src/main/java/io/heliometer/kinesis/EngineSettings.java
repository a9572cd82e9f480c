package io.heliometer.kinesis;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Settings;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kinesis.internal.Delivery;
import io.heliometer.kinesis.internal.SnapshotPace;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.leases.LeaseAssignmentStrategy;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.leases.LeaseManagementConfig.GracefulLeaseHandoffConfig;
import software.amazon.kinesis.lifecycle.LifecycleConfig;
import software.amazon.kinesis.processor.ProcessorConfig;
import software.amazon.kinesis.retrieval.RetrievalConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/**
 * This engine's knobs. KCL is configured by code, one object per concern; keys are its own method
 * names behind the name of the object, so that KCL's documentation is theirs too.
 */
public final class EngineSettings {
    private static final String ENGINE = "kinesis";

    private final Settings settings;

    private EngineSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Resolves the settings of a job.
     *
     * @throws UsageException if the variant, a key or a value is unknown
     */
    static EngineSettings of(Job job) throws IOException {
        return resolve(job.variant(), job.settings());
    }

    /** Resolves the settings of a variant with the user's overrides. */
    static EngineSettings resolve(String variant, Map<String, String> overrides)
            throws IOException {
        return new EngineSettings(Settings.resolve(
                name -> EngineSettings.class.getResourceAsStream("/" + name),
                ENGINE,
                variant,
                overrides));
    }

    /** Returns every key with its resolved value, ascending. */
    Map<String, String> values() {
        return settings.values();
    }

    /**
     * Returns the bounds of writing rows.
     *
     * @throws UsageException if a value is out of its bounds
     */
    public Delivery.Limits delivery() {
        return new Delivery.Limits(
                (int) atLeast("sink.inFlightRequests", 1, integer("sink.inFlightRequests")),
                (int) atLeast("sink.attempts", 1, integer("sink.attempts")),
                atLeast("sink.backoffMillis", 1, settings.number("sink.backoffMillis")),
                atLeast("sink.backoffLimitMillis", "sink.backoffMillis"));
    }

    /**
     * Returns how often the state of a shard is saved.
     *
     * @throws UsageException if a value is out of its bounds
     */
    public SnapshotPace pace() {
        return new SnapshotPace(
                atLeast("snapshot.afterRowsMillis", 0, settings.number("snapshot.afterRowsMillis")),
                atLeast("snapshot.intervalMillis", "snapshot.afterRowsMillis"),
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    private static long atLeast(String key, long least, long value) {
        if (value < least) {
            throw new UsageException("setting " + key + " must be >= " + least + ", was " + value);
        }
        return value;
    }

    private long atLeast(String key, String leastKey) {
        long least = settings.number(leastKey);
        long value = settings.number(key);
        if (value < least) {
            throw new UsageException("setting " + key + " must be >= " + leastKey + ", was " + value
                    + " with " + leastKey + "=" + least);
        }
        return value;
    }

    /** Sets how leases are renewed, found expired and shared out. */
    public void configure(LeaseManagementConfig config) {
        config.failoverTimeMillis(settings.number("lease.failoverTimeMillis"))
                .leaseAssignmentIntervalMillis(
                        settings.number("lease.leaseAssignmentIntervalMillis"))
                .leaseAssignmentStrategy(strategy())
                .maxLeaseRenewalThreads(integer("lease.maxLeaseRenewalThreads"))
                .maxLeasesForWorker(integer("lease.maxLeasesForWorker"))
                .shardSyncIntervalMillis(settings.number("lease.shardSyncIntervalMillis"))
                .leasesRecoveryAuditorExecutionFrequencyMillis(
                        settings.number("lease.leasesRecoveryAuditorExecutionFrequencyMillis"))
                .dynamoDbLockBasedLeaderLeaseDurationInMillis(
                        settings.number("lease.dynamoDbLockBasedLeaderLeaseDurationInMillis"))
                .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(
                        settings.number("lease.dynamoDbLockBasedLeaderHeartbeatPeriodInMillis"))
                .gracefulLeaseHandoffConfig(GracefulLeaseHandoffConfig.builder()
                        .isGracefulLeaseHandoffEnabled(
                                settings.flag("lease.isGracefulLeaseHandoffEnabled"))
                        .gracefulLeaseHandoffTimeoutMillis(
                                settings.number("lease.gracefulLeaseHandoffTimeoutMillis"))
                        .build());
        config.workerUtilizationAwareAssignmentConfig()
                .inMemoryWorkerMetricsCaptureFrequencyMillis(
                        settings.number("lease.inMemoryWorkerMetricsCaptureFrequencyMillis"))
                .workerMetricsReporterFreqInMillis(
                        settings.number("lease.workerMetricsReporterFreqInMillis"))
                .disableWorkerMetrics(settings.flag("lease.disableWorkerMetrics"))
                .varianceBalancingFrequency(integer("lease.varianceBalancingFrequency"))
                .dampeningPercentage(integer("lease.dampeningPercentage"))
                .reBalanceThresholdPercentage(integer("lease.reBalanceThresholdPercentage"));
    }

    private LeaseAssignmentStrategy strategy() {
        String name = settings.text("lease.leaseAssignmentStrategy");
        return Arrays.stream(LeaseAssignmentStrategy.values())
                .filter(strategy -> strategy.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("setting lease.leaseAssignmentStrategy must be one of "
                                + Arrays.toString(LeaseAssignmentStrategy.values()) + ", was "
                                + name));
    }

    /** Sets the loop that drives the shards. */
    public void configure(CoordinatorConfig config) {
        config.shardConsumerDispatchPollIntervalMillis(
                        settings.number("coordinator.shardConsumerDispatchPollIntervalMillis"))
                .parentShardPollIntervalMillis(
                        settings.number("coordinator.parentShardPollIntervalMillis"))
                .skipShardSyncAtWorkerInitializationIfLeasesExist(settings.flag(
                        "coordinator.skipShardSyncAtWorkerInitializationIfLeasesExist"))
                .maxInitializationAttempts(integer("coordinator.maxInitializationAttempts"))
                .schedulerInitializationBackoffTimeMillis(
                        settings.number("coordinator.schedulerInitializationBackoffTimeMillis"));
    }

    /** Sets how a failed task of a shard is tried again. */
    public void configure(LifecycleConfig config) {
        config.taskBackoffTimeMillis(settings.number("lifecycle.taskBackoffTimeMillis"))
                .readTimeoutsToIgnoreBeforeWarning(
                        integer("lifecycle.readTimeoutsToIgnoreBeforeWarning"));
    }

    /** Sets how the list of shards is fetched. */
    public void configure(RetrievalConfig config) {
        config.listShardsBackoffTimeInMillis(
                        settings.number("retrieval.listShardsBackoffTimeInMillis"))
                .maxListShardsRetryAttempts(integer("retrieval.maxListShardsRetryAttempts"));
    }

    /** Sets how records are read. */
    public void configure(PollingConfig config) {
        config.maxRecords(integer("polling.maxRecords"))
                .idleTimeBetweenReadsInMillis(
                        settings.number("polling.idleTimeBetweenReadsInMillis"))
                .maxPendingProcessRecordsInput(integer("polling.maxPendingProcessRecordsInput"))
                .millisBehindLatestThresholdForReducedTps(
                        settings.number("polling.millisBehindLatestThresholdForReducedTps"))
                .kinesisRequestTimeout(
                        Duration.ofMillis(settings.number("polling.kinesisRequestTimeoutMillis")));
    }

    /** Sets when the reader of a shard is called. */
    public void configure(ProcessorConfig config) {
        config.callProcessRecordsEvenForEmptyRecordList(
                settings.flag("processor.callProcessRecordsEvenForEmptyRecordList"));
    }

    private int integer(String key) {
        long value = settings.number(key);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new UsageException("setting " + key + " must fit in 32 bits, was " + value);
        }
        return (int) value;
    }
}
