package io.heliometer.kinesis;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.processor.Checkpointer;
import software.amazon.kinesis.processor.PreparedCheckpointer;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/** The lease of a shard: keeps the checkpoint, and refuses what KCL would refuse. */
final class FakeLease implements RecordProcessorCheckpointer {
    private ExtendedSequenceNumber checkpoint = ExtendedSequenceNumber.TRIM_HORIZON;
    private @Nullable ExtendedSequenceNumber largestRead;
    private boolean taken;
    private int failuresLeft;

    /** Takes note of a record that was handed to the reader. */
    void read(ExtendedSequenceNumber position) {
        largestRead = position;
    }

    /** Returns the lease as its next owner has it: this one may not write checkpoints any more. */
    FakeLease pass() {
        FakeLease next = new FakeLease();
        next.checkpoint = checkpoint;
        take();
        return next;
    }

    /** Gives the lease to somebody else: this reader may not write checkpoints any more. */
    void take() {
        taken = true;
    }

    /** Lets the next checkpoints fail as if the table were throttled. */
    void throttle(int count) {
        failuresLeft = count;
    }

    /** Returns how many checkpoints will still fail. */
    int failuresLeft() {
        return failuresLeft;
    }

    @Override
    public void checkpoint(String sequenceNumber, long subSequenceNumber)
            throws ShutdownException, ThrottlingException {
        ExtendedSequenceNumber next = new ExtendedSequenceNumber(sequenceNumber, subSequenceNumber);
        if (taken) {
            throw new ShutdownException("lease has another token");
        }
        if (failuresLeft > 0) {
            failuresLeft--;
            throw new ThrottlingException("slow down");
        }
        if (next.compareTo(checkpoint) < 0
                || largestRead == null
                || next.compareTo(largestRead) > 0) {
            throw new IllegalArgumentException("checkpoint must be between " + checkpoint + " and "
                    + largestRead + ", was " + next);
        }
        checkpoint = next;
    }

    @Override
    public void checkpoint() {
        checkpoint = ExtendedSequenceNumber.SHARD_END;
    }

    @Override
    public void checkpoint(Record message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkpoint(String sequenceNumber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(byte[] state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(Record message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(Record message, byte[] state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(String sequenceNumber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(String sequenceNumber, byte[] state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(String sequenceNumber, long subSequenceNumber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(
            String sequenceNumber, long subSequenceNumber, byte[] state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Checkpointer checkpointer() {
        throw new UnsupportedOperationException();
    }

    /** Returns where a restart goes on. */
    ExtendedSequenceNumber position() {
        return checkpoint;
    }
}
