package io.heliometer.benchmarks.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for answers of a service, each wait with a bound. */
final class Requests {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    /** Says whether something has come about. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    private Requests() {}

    /**
     * Returns the answer.
     *
     * @throws TransportFailure if the request fails, with its cause, or is not answered in time
     */
    static <T> T get(String what, CompletableFuture<T> request) throws InterruptedException {
        try {
            return request.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new TransportFailure("cannot " + what + ": " + cause, cause == null ? e : cause);
        } catch (TimeoutException e) {
            throw new TransportFailure(
                    "cannot " + what + ": no answer within " + LIMIT.toSeconds() + " s", e);
        }
    }

    /**
     * Waits until a condition holds.
     *
     * @throws TransportFailure if it does not in time
     */
    static void await(String what, Condition condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new TransportFailure(
                        what + " must come about within " + LIMIT.toSeconds() + " s, did not",
                        new TimeoutException());
            }
            if (new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        }
    }
}
