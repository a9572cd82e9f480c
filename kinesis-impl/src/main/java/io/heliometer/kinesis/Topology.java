package io.heliometer.kinesis;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.UsageException;
import io.heliometer.kinesis.internal.DroppedRecords;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Watch;
import io.heliometer.kinesis.query.StringRollup;
import io.heliometer.kinesis.query.ValidateReadings;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;

/**
 * Source, query, sink: the whole job. KCL asks for one copy of it per shard whose lease this worker
 * gets; copies share nothing, and no record travels between them.
 *
 * <pre>
 * Q0  panel shard -> validate-readings (reject counts) -> results, rejects
 * Q3  panel shard -> string-rollup (totals) -> results
 * </pre>
 */
final class Topology implements ShardRecordProcessorFactory {
    private final Function<OutputRows, ShardQuery> query;
    private final Supplier<OutputRows> sink;
    private final Watch watch;

    /**
     * Prepares the job's query.
     *
     * @param sink makes the sink of one shard
     * @param watch is told of shards that come and go
     * @param dropped counts what the query must not lose
     * @throws UsageException if this engine does not have the query
     * @throws IOException if the registry cannot be read
     */
    Topology(Job job, Supplier<OutputRows> sink, Watch watch, DroppedRecords dropped)
            throws IOException {
        this.query = switch (job.query()) {
            case "Q0" -> ValidateReadings.of(job, dropped);
            case "Q3" -> StringRollup.of(job, dropped);
            default -> throw new UsageException("query must be one of Q0, Q3, was " + job.query());
        };
        this.sink = sink;
        this.watch = watch;
    }

    @Override
    public ShardRecordProcessor shardRecordProcessor() {
        OutputRows rows = sink.get();
        return new ReadingSource(query.apply(rows), rows, watch);
    }
}
