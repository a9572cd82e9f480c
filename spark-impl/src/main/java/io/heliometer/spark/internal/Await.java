package io.heliometer.spark.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waiting for what Spark tells nobody about. */
final class Await {
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /**
     * Asks again and again until the answer is yes.
     *
     * @param what what is awaited, for the message
     * @throws TimeoutException if it stays no
     */
    static void until(String what, Duration bound, BooleanSupplier condition)
            throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException(what + " must be so within " + bound + ", was not");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
