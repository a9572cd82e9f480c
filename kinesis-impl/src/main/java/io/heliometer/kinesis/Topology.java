package io.heliometer.kinesis;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.Progress;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Shared;
import io.heliometer.kinesis.internal.SnapshotPace;
import io.heliometer.kinesis.internal.SnapshotStore;
import io.heliometer.kinesis.internal.Watch;
import io.heliometer.kinesis.query.DeduplicateReadings;
import io.heliometer.kinesis.query.EnrichReadings;
import io.heliometer.kinesis.query.PeerComparison;
import io.heliometer.kinesis.query.PlantMonitor;
import io.heliometer.kinesis.query.SilentDevices;
import io.heliometer.kinesis.query.StringRollup;
import io.heliometer.kinesis.query.ValidateReadings;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;

/**
 * Source, query, sink: the whole job. KCL asks for one copy of it per shard whose lease this worker
 * gets; copies share nothing, and no record travels between them.
 *
 * <pre>
 * Q0  panel shard -> validate-readings (reject counts) -> results, rejects
 * Q1  panel shard -> deduplicate-readings (keys of the last 2 min, counts) -> results
 * Q2  panel shard -> enrich-readings (announced versions) -> results, rejects
 * Q3  panel shard -> string-rollup (totals) -> results
 * Q5  panel shard -> peer-comparison (totals) -> results
 * Q6  panel shard -> silent-devices (last event times, wake-ups) -> results
 * M   panel shard -> plant-monitor: Q0 -> Q1 -> Q2 -> (Q3, Q5, Q6), plain calls -> results, rejects
 * </pre>
 */
final class Topology implements ShardRecordProcessorFactory {
    private final String name;
    private final ShardQuery.Factory query;
    private final Supplier<OutputRows> sink;
    private final Host host;

    /**
     * What a shard is read in.
     *
     * @param watch is told of shards that come and go
     * @param numbers returns the partition that a shard holds
     * @param store where snapshots live
     * @param pace how often they are taken
     */
    record Host(
            Watch watch, ToIntFunction<String> numbers, SnapshotStore store, SnapshotPace pace) {}

    /**
     * Prepares the job's query.
     *
     * @param sink makes the sink of one shard
     * @param dropped counts what the query must not lose
     * @throws UsageException if this engine does not have the query
     * @throws IOException if the registry cannot be read
     */
    Topology(Job job, Supplier<OutputRows> sink, DroppedRecords dropped, Host host)
            throws IOException {
        this.name = job.query();
        this.query = query(name, Shared.of(job, dropped));
        this.sink = sink;
        this.host = host;
    }

    private static ShardQuery.Factory query(String name, Shared shared) {
        return switch (name) {
            case "Q0" -> (partition, rows) -> new ValidateReadings(shared, rows);
            case "Q1" -> (partition, rows) -> new DeduplicateReadings(shared, rows);
            case "Q2" -> (partition, rows) -> new EnrichReadings(shared, rows);
            case "Q3" -> (partition, rows) -> new StringRollup(shared, rows);
            case "Q5" -> (partition, rows) -> new PeerComparison(shared, rows);
            case "Q6" -> (partition, rows) -> new SilentDevices(shared, partition, rows);
            case "M" -> (partition, rows) -> new PlantMonitor(shared, partition, rows);
            default ->
                throw new UsageException(
                        "query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was " + name);
        };
    }

    @Override
    public ShardRecordProcessor shardRecordProcessor() {
        OutputRows rows = sink.get();
        return new ReadingSource(
                shard -> query.create(host.numbers.applyAsInt(shard), rows),
                rows,
                new Progress(name, host.store, host.pace),
                host.watch);
    }
}
