package io.heliometer.kinesis;

import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.Position;
import io.heliometer.kinesis.internal.Progress;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Watch;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * Bytes in: what KCL calls for one shard while this worker holds its lease, one call at a time.
 * Feeds the query, and between two batches saves its state together with the checkpoint
 * ({@link Progress}).
 *
 * <p>A lease may go at any time: expired because this process was paused, or taken to balance the
 * load. A reader that does not know it yet writes rows that are equal to those of its heir, and its
 * checkpoint is refused, because the lease carries another token by then.
 */
final class ReadingSource implements ShardRecordProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingSource.class);

    private final Function<String, ShardQuery> queries;
    private final OutputRows rows;
    private final Progress progress;
    private final Watch watch;
    private String shard = "";
    private @Nullable ShardQuery query;

    /** Set once the state may hold a part of a batch: what it then says belongs to no position. */
    private boolean broken;

    /**
     * Creates the reader of one shard.
     *
     * @param queries makes the query of a shard, by its id
     * @param rows what the query writes to
     * @param progress saves state and checkpoint
     * @param watch is told of shards that come and go, and of failure
     */
    ReadingSource(
            Function<String, ShardQuery> queries, OutputRows rows, Progress progress, Watch watch) {
        this.queries = queries;
        this.rows = rows;
        this.progress = progress;
        this.watch = watch;
    }

    @Override
    public void initialize(InitializationInput input) {
        shard = input.shardId();
        ExtendedSequenceNumber checkpoint = input.extendedSequenceNumber();
        boolean done = false;
        try {
            ShardQuery fresh = queries.apply(shard);
            progress.restore(shard, position(checkpoint), fresh);
            query = fresh;
            done = true;
        } finally {
            if (!done) {
                // KCL would log the exception and try again for ever.
                watch.failed(shard);
            }
        }
        watch.opened(shard);
        LOG.info("{} opened behind {}", shard, checkpoint);
    }

    private static @Nullable Position position(ExtendedSequenceNumber checkpoint) {
        return checkpoint.equals(ExtendedSequenceNumber.TRIM_HORIZON)
                ? null
                : new Position(checkpoint.sequenceNumber(), checkpoint.subSequenceNumber());
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        if (broken) {
            // KCL goes on behind the batch that failed, until this process is gone.
            return;
        }
        boolean done = false;
        try {
            accept(input.records());
            rows.send();
            progress.saveIfDue(query(), rows, input.checkpointer());
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!done) {
                // KCL would log an exception, skip this batch of records for good and go on.
                broken = true;
                watch.failed(shard);
            }
        }
    }

    private void accept(List<KinesisClientRecord> messages) {
        if (messages.isEmpty()) {
            return;
        }
        ShardQuery reader = query();
        for (KinesisClientRecord message : messages) {
            reader.accept(Wire.arrival(message));
        }
        KinesisClientRecord last = messages.get(messages.size() - 1);
        progress.reached(new Position(last.sequenceNumber(), last.subSequenceNumber()));
    }

    private ShardQuery query() {
        return Objects.requireNonNull(query, "initialize() must come first");
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        // Whatever is left to do belongs to the heir; a checkpoint would be refused.
        watch.closed(shard);
        LOG.info("{} lost", shard);
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        boolean done = false;
        try {
            if (!broken) {
                rows.send();
                progress.save(query(), rows, input.checkpointer());
                done = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            LOG.info("{} handed over{}", shard, done ? "" : " without a checkpoint");
        }
    }

    /**
     * Lets the shard's children begin. Kinesis ends a shard only when the stream is resharded,
     * which cuts sites and windows in two; this job pins sites to shards and is not made for it.
     */
    @Override
    public void shardEnded(ShardEndedInput input) {
        boolean done = false;
        try {
            if (!broken) {
                rows.send();
                rows.awaitAcknowledged();
                input.checkpointer().checkpoint();
                LOG.error("{} has ended: its open windows are lost, do not reshard", shard);
                done = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ShutdownException e) {
            done = true;
        } catch (ThrottlingException
                | KinesisClientLibDependencyException
                | InvalidStateException e) {
            throw new IllegalStateException("end of " + shard + " must be noted, was not", e);
        } finally {
            watch.closed(shard);
            if (!done) {
                watch.failed(shard);
            }
        }
    }
}
