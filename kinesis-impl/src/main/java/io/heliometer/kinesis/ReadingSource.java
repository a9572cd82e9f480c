package io.heliometer.kinesis;

import io.heliometer.common.model.Arrival;
import io.heliometer.common.model.PanelReading;
import io.heliometer.kinesis.internal.HeldBackPosition;
import io.heliometer.kinesis.internal.HeldBackPosition.Position;
import io.heliometer.kinesis.internal.OutputRows;
import io.heliometer.kinesis.internal.ShardQuery;
import io.heliometer.kinesis.internal.Watch;

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
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * Bytes in: what KCL calls for one shard while this worker holds its lease, one call at a time.
 * Feeds the query and writes the checkpoint, held back as {@link EventTime} explains.
 *
 * <p>A lease may go at any time: expired because this process was paused, or taken to balance the
 * load. A reader that does not know it yet writes rows that are equal to those of its heir, and its
 * checkpoint is refused, because the lease carries another token by then.
 */
final class ReadingSource implements ShardRecordProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingSource.class);

    private final ShardQuery query;
    private final OutputRows rows;
    private final Watch watch;
    private final HeldBackPosition position;
    private String shard = "";
    private boolean restarting;

    /**
     * Creates the reader of one shard.
     *
     * @param query takes the records in order
     * @param rows what the query writes to
     * @param watch is told of shards that come and go, and of failure
     */
    ReadingSource(ShardQuery query, OutputRows rows, Watch watch) {
        this.query = query;
        this.rows = rows;
        this.watch = watch;
        this.position = new HeldBackPosition(query.time().windowMillis());
    }

    @Override
    public void initialize(InitializationInput input) {
        shard = input.shardId();
        restarting = !input.extendedSequenceNumber().equals(ExtendedSequenceNumber.TRIM_HORIZON);
        watch.opened(shard);
        LOG.info("{} opened behind {}", shard, input.extendedSequenceNumber());
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        boolean done = false;
        try {
            for (KinesisClientRecord message : input.records()) {
                accept(message);
            }
            rows.send();
            checkpoint(input.checkpointer());
            done = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!done) {
                // KCL would log an exception, skip this batch of records for good and go on.
                watch.failed(shard);
            }
        }
    }

    private void accept(KinesisClientRecord message) {
        Arrival arrival = Wire.arrival(message);
        PanelReading reading = arrival.reading();
        if (reading != null) {
            if (restarting) {
                query.time().restartAt(reading.receivedTimeMillis());
                restarting = false;
            }
            position.received(reading.receivedTimeMillis());
        }
        query.accept(arrival);
        position.passed(message.sequenceNumber(), message.subSequenceNumber());
    }

    private void checkpoint(RecordProcessorCheckpointer checkpointer) throws InterruptedException {
        Position due = position.due(query.time().openFromMillis());
        if (due == null) {
            return;
        }
        // What the checkpoint leaves behind is never computed again, so it must be safe by now.
        rows.awaitAcknowledged();
        try {
            checkpointer.checkpoint(due.sequenceNumber(), due.subSequenceNumber());
            position.written();
        } catch (ShutdownException e) {
            LOG.info("{} has another owner by now, no checkpoint", shard);
        } catch (ThrottlingException | KinesisClientLibDependencyException e) {
            LOG.warn("{} checkpoint failed, the next batch tries again", shard, e);
        } catch (InvalidStateException e) {
            throw new IllegalStateException("lease table must be usable, was not", e);
        }
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
            rows.send();
            checkpoint(input.checkpointer());
            done = true;
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
            rows.send();
            rows.awaitAcknowledged();
            input.checkpointer().checkpoint();
            LOG.error("{} has ended: its open windows are lost, do not reshard the stream", shard);
            done = true;
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
