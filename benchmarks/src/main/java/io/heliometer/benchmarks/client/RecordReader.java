package io.heliometer.benchmarks.client;

/**
 * Reads every partition of some topics from the start, committed records only. Used by one thread.
 */
public interface RecordReader extends AutoCloseable {
    /** Gets the records. */
    @FunctionalInterface
    interface Listener {
        /**
         * Takes one record.
         *
         * @param topic it was read from
         * @param appendMillis when the server took it, by the server's clock, ms UTC
         * @param payload of the record
         */
        void accept(String topic, long appendMillis, byte[] payload);
    }

    /** Hands over what has come; waits a moment if nothing has. */
    void poll(Listener listener) throws InterruptedException;

    /** Returns whether everything that was committed when this is called has been handed over. */
    boolean isAtEnd() throws InterruptedException;

    @Override
    void close();
}
