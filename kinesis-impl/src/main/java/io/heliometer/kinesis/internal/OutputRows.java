package io.heliometer.kinesis.internal;

/** Where the rows of one shard go. Called by the thread that reads the shard. */
public interface OutputRows {
    /**
     * Takes a row of the results stream.
     *
     * @param row UTF-8 CSV without a line end
     * @param keyColumns how many leading columns identify the row
     */
    void result(String row, int keyColumns);

    /**
     * Takes a row of the rejects stream.
     *
     * @param row UTF-8 CSV without a line end
     * @param keyColumns how many leading columns identify the row
     */
    void reject(String row, int keyColumns);

    /** Returns whether rows were taken since all were last known to be acknowledged. */
    boolean isUnderWay();

    /** Sends what was taken and not yet sent, without waiting for it to arrive. */
    void send();

    /**
     * Waits until every row that was taken has been acknowledged.
     *
     * @throws IllegalStateException if a row could not be written
     */
    void awaitAcknowledged() throws InterruptedException;
}
