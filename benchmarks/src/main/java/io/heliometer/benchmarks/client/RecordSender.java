package io.heliometer.benchmarks.client;

import io.heliometer.common.workload.ScheduledRecord;

/**
 * Writes records to one topic without waiting for the server, keeping their order within each
 * partition. Used by one thread.
 */
public interface RecordSender extends AutoCloseable {
    /**
     * Takes one record over; blocks only while the buffer is full.
     *
     * @throws IllegalStateException if the server has refused an earlier record for good
     */
    void send(ScheduledRecord scheduled) throws InterruptedException;

    /**
     * Waits until the server has every record.
     *
     * @throws IllegalStateException if it refused one for good
     */
    void flush() throws InterruptedException;

    @Override
    void close();
}
