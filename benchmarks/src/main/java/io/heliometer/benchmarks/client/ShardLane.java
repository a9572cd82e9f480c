package io.heliometer.benchmarks.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * What waits for one shard, and the one request that is under way. While a request is under way
 * records gather, so batches are as big as the load makes them.
 *
 * <p>What a request was refused for a rate limit, or lost with its connection, is sent again before
 * anything newer. The local server refuses all later records of a shard with the first, so order is
 * kept; the real service does not promise that.
 */
final class ShardLane {
    /** Records that may wait before the sender has to, per shard. */
    private static final int MAX_WAITING = 50_000;

    /** Of the service: records and bytes of one request; the bytes with room for the frame. */
    private static final int MAX_RECORDS = 500;

    private static final int MAX_BYTES = 4_000_000;
    private static final long RETRY_MILLIS = 100;

    /** A server that takes nothing for this long is gone, in retries. */
    private static final int MAX_RETRIES = 300;

    private final KinesisAsyncClient client;
    private final ScheduledExecutorService retries;
    private final String stream;
    private final String hashKey;
    private final boolean aggregate;
    private final Deque<UserRecord> waiting = new ArrayDeque<>();
    private boolean underWay;
    private int retryCount;
    private @Nullable Throwable failure;

    ShardLane(
            KinesisAsyncClient client,
            ScheduledExecutorService retries,
            String stream,
            String hashKey,
            boolean aggregate) {
        this.client = client;
        this.retries = retries;
        this.stream = stream;
        this.hashKey = hashKey;
        this.aggregate = aggregate;
    }

    synchronized void send(String partitionKey, byte[] payload) throws InterruptedException {
        while (waiting.size() >= MAX_WAITING) {
            requireNoFailure();
            wait();
        }
        requireNoFailure();
        waiting.add(new UserRecord(partitionKey, payload));
        if (!underWay) {
            underWay = true;
            put(nextBatch());
        }
    }

    synchronized void flush() throws InterruptedException {
        while (underWay && failure == null) {
            wait();
        }
        requireNoFailure();
    }

    private void requireNoFailure() {
        if (failure != null) {
            throw new IllegalStateException(
                    "Kinesis must take every record of " + stream + ", refused one", failure);
        }
    }

    private synchronized List<PutRecordsRequestEntry> nextBatch() {
        List<PutRecordsRequestEntry> batch = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty() && batch.size() < MAX_RECORDS && bytes < MAX_BYTES) {
            PutRecordsRequestEntry entry = aggregate ? aggregated() : entry(waiting.remove());
            bytes += entry.data().asByteArrayUnsafe().length
                    + entry.partitionKey().length();
            batch.add(entry);
        }
        notifyAll();
        return batch;
    }

    private PutRecordsRequestEntry aggregated() {
        AggregatedRecord record = new AggregatedRecord();
        while (!waiting.isEmpty() && record.takes(waiting.element())) {
            record.add(waiting.remove());
        }
        return entry(new UserRecord(record.firstKey(), record.bytes()));
    }

    private PutRecordsRequestEntry entry(UserRecord user) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(user.partitionKey())
                .explicitHashKey(hashKey)
                .data(SdkBytes.fromByteArrayUnsafe(user.payload()))
                .build();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback gets what the future holds.
    private void put(List<PutRecordsRequestEntry> batch) {
        client.putRecords(request -> request.streamName(stream).records(batch))
                .whenComplete((response, error) -> ended(batch, response, error));
    }

    private void ended(
            List<PutRecordsRequestEntry> batch,
            @Nullable PutRecordsResponse response,
            @Nullable Throwable error) {
        List<PutRecordsRequestEntry> refused = response == null ? batch : refused(batch, response);
        if (refused.isEmpty()) {
            next();
        } else {
            retry(refused, error == null ? new IllegalStateException("throttled") : error);
        }
    }

    private static List<PutRecordsRequestEntry> refused(
            List<PutRecordsRequestEntry> batch, PutRecordsResponse response) {
        List<PutRecordsRequestEntry> refused = new ArrayList<>();
        List<PutRecordsResultEntry> results = response.records();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).errorCode() != null) {
                refused.add(batch.get(i));
            }
        }
        return refused;
    }

    private void next() {
        List<PutRecordsRequestEntry> batch;
        synchronized (this) {
            retryCount = 0;
            underWay = !waiting.isEmpty();
            batch = nextBatch();
        }
        if (!batch.isEmpty()) {
            put(batch);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // put() handles its own outcome.
    private synchronized void retry(List<PutRecordsRequestEntry> refused, Throwable why) {
        retryCount++;
        if (retryCount > MAX_RETRIES) {
            failure = why;
            notifyAll();
        } else {
            retries.schedule(() -> put(refused), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
