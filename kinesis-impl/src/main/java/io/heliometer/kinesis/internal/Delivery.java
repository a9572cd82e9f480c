package io.heliometer.kinesis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * PutRecords in the background: a bounded number of requests in flight, and each record tried again
 * until it is acknowledged or the bound is reached. PutRecords succeeds in part: the reply says for
 * each record whether it was written. The SDK's own retries know nothing of that, and give up on a
 * dead endpoint within seconds.
 */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final PutRecords client;
    private final Limits limits;
    private final Delay delay;
    private final Runnable onGivenUp;
    private final Semaphore inFlight;
    private volatile @Nullable String failure;

    /** What Kinesis offers to write records. */
    @FunctionalInterface
    public interface PutRecords {
        /** Writes records; the reply lists a result for each, in their order. */
        CompletableFuture<PutRecordsResponse> putRecords(PutRecordsRequest request);
    }

    /** Runs something later. */
    @FunctionalInterface
    public interface Delay {
        /** Runs the action after so many milliseconds, on another thread. */
        void after(long millis, Runnable action);
    }

    /**
     * The bounds of a delivery.
     *
     * @param inFlightRequests requests on their way at a time
     * @param attempts how often a record is sent until the worker gives up
     * @param backoffMillis pause before the second attempt, doubled before each further one, ms
     * @param backoffLimitMillis longest pause, ms
     */
    public record Limits(
            int inFlightRequests, int attempts, long backoffMillis, long backoffLimitMillis) {
        public Limits {
            if (inFlightRequests < 1 || attempts < 1) {
                throw new IllegalArgumentException(
                        "inFlightRequests and attempts must be >= 1, were " + inFlightRequests
                                + ", " + attempts);
            }
            if (backoffMillis < 1 || backoffLimitMillis < backoffMillis) {
                throw new IllegalArgumentException(
                        "backoffMillis must be 1..backoffLimitMillis, was " + backoffMillis + " of "
                                + backoffLimitMillis);
            }
        }

        /** Returns the pause after this attempt, counted from 1, ms. */
        long pauseMillis(int attempt) {
            // Doubling more often would overflow, and the limit is reached long before.
            int doublings = Math.min(attempt - 1, 30);
            return Math.min(backoffMillis << doublings, backoffLimitMillis);
        }
    }

    /**
     * Prepares a delivery; nothing is sent yet.
     *
     * @param onGivenUp runs when a record was refused for the last time
     */
    public Delivery(PutRecords client, Limits limits, Delay delay, Runnable onGivenUp) {
        this.client = client;
        this.limits = limits;
        this.delay = delay;
        this.onGivenUp = onGivenUp;
        this.inFlight = new Semaphore(limits.inFlightRequests);
    }

    /**
     * Sends records to a stream; waits only while too many requests are in flight.
     *
     * @throws IllegalStateException if a record could not be written
     */
    public void send(String stream, List<PutRecordsRequestEntry> entries)
            throws InterruptedException {
        inFlight.acquire();
        requireNoFailure();
        attempt(stream, entries, 1);
    }

    private void attempt(String stream, List<PutRecordsRequestEntry> entries, int attempt) {
        // Its end is the release of a permit; whoever waits, waits for that.
        var unused = client.putRecords(PutRecordsRequest.builder()
                        .streamName(stream)
                        .records(entries)
                        .build())
                .whenComplete((response, error) ->
                        settle(stream, entries, attempt, refused(entries, response, error)));
    }

    private void settle(
            String stream,
            List<PutRecordsRequestEntry> sent,
            int attempt,
            List<PutRecordsRequestEntry> refused) {
        if (refused.isEmpty()) {
            inFlight.release();
        } else if (attempt < limits.attempts) {
            delay.after(limits.pauseMillis(attempt), () -> attempt(stream, refused, attempt + 1));
        } else {
            failure = refused.size() + " of " + sent.size() + " rows must reach " + stream
                    + ", were refused " + attempt + " times";
            LOG.error("{}", failure);
            inFlight.release();
            onGivenUp.run();
        }
    }

    private static List<PutRecordsRequestEntry> refused(
            List<PutRecordsRequestEntry> entries,
            @Nullable PutRecordsResponse response,
            @Nullable Throwable error) {
        if (response == null) {
            LOG.warn("PutRecords failed", error);
            return entries;
        }
        if (response.failedRecordCount() == 0) {
            return List.of();
        }
        List<PutRecordsRequestEntry> refused = new ArrayList<>();
        List<PutRecordsResultEntry> results = response.records();
        for (int i = 0; i < entries.size(); i++) {
            if (results.get(i).errorCode() != null) {
                refused.add(entries.get(i));
            }
        }
        return refused;
    }

    /**
     * Waits until every record sent so far is acknowledged; the bound is that of the attempts.
     *
     * @throws IllegalStateException if a record could not be written
     */
    public void awaitAcknowledged() throws InterruptedException {
        inFlight.acquire(limits.inFlightRequests);
        inFlight.release(limits.inFlightRequests);
        requireNoFailure();
    }

    private void requireNoFailure() {
        String reason = failure;
        if (reason != null) {
            throw new IllegalStateException(reason);
        }
    }
}
