package io.heliometer.benchmarks.client;

import io.heliometer.benchmarks.transport.Address;
import io.heliometer.benchmarks.transport.KinesisClients;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * Reads Kinesis streams by GetRecords, all shards at the same time. Every record that is there is
 * committed.
 */
final class KinesisReader implements RecordReader {
    /** Between two looks at an idle shard of the real service: it allows five in a second, ms. */
    private static final long SERVICE_PAUSE_MILLIS = 250;

    /** The same for a stand-in without that limit. */
    private static final long LOCAL_PAUSE_MILLIS = 20;

    private static final int MAX_RECORDS = 10_000;

    private final KinesisAsyncClient client;
    private final List<Position> positions;
    private long pauseMillis;
    private boolean throttled;
    private boolean asked;
    private boolean emptySinceAsked;

    /** Where the reading of one shard is. */
    private static final class Position {
        private final String stream;
        private String iterator;

        Position(String stream, String iterator) {
            this.stream = stream;
            this.iterator = iterator;
        }
    }

    /** Connects and goes to the start of every shard. */
    KinesisReader(Address address, List<String> streams) {
        client = KinesisClients.kinesis(address);
        pauseMillis = address.find("kinesis.endpoint").isPresent()
                ? LOCAL_PAUSE_MILLIS
                : SERVICE_PAUSE_MILLIS;
        positions = streams.stream()
                .flatMap(stream -> KinesisShards.of(client, stream).stream()
                        .map(shard -> new Position(stream, start(stream, shard.shardId()))))
                .toList();
    }

    private String start(String stream, String shard) {
        return client.getShardIterator(request -> request.streamName(stream)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .join()
                .shardIterator();
    }

    @Override
    public void poll(Listener listener) throws InterruptedException {
        List<CompletableFuture<GetRecordsResponse>> requests = positions.stream()
                .map(position -> client.getRecords(
                        request -> request.shardIterator(position.iterator).limit(MAX_RECORDS)))
                .toList();
        throttled = false;
        boolean empty = true;
        for (int i = 0; i < requests.size(); i++) {
            empty &= handOver(positions.get(i), requests.get(i), listener);
        }
        emptySinceAsked = asked && empty;
        boolean pause = empty || throttled;
        if (pause && new CountDownLatch(1).await(pauseMillis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts this latch down");
        }
    }

    /** Returns whether the shard had nothing more. */
    private boolean handOver(
            Position position, CompletableFuture<GetRecordsResponse> request, Listener listener) {
        GetRecordsResponse response;
        try {
            response = request.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProvisionedThroughputExceededException) {
                pauseMillis = SERVICE_PAUSE_MILLIS;
                throttled = true;
                return false;
            }
            throw e;
        }
        for (Record record : response.records()) {
            listener.accept(
                    position.stream,
                    record.approximateArrivalTimestamp().toEpochMilli(),
                    record.data().asByteArrayUnsafe());
        }
        position.iterator = response.nextShardIterator();
        return response.records().isEmpty() && response.millisBehindLatest() == 0;
    }

    /**
     * Returns whether a look at every shard that began after the first call found nothing: one that
     * began before may have missed the last rows.
     */
    @Override
    public boolean isAtEnd() {
        asked = true;
        return emptySinceAsked;
    }

    @Override
    public void close() {
        client.close();
    }
}
