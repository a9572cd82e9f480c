package io.heliometer.kinesis.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/**
 * The number of a shard is its place in the order of the hash ranges: the producer sends partition
 * 0 to the lowest range. KCL names shards and never counts them. The service is asked when the
 * first shard is opened, and not again: a stream is not resharded.
 */
public final class ShardNumbers {
    private final ListShards client;
    private final String stream;
    private final int count;
    private final long limitMillis;
    private Map<String, Integer> numbers = Map.of();

    /** What Kinesis offers to list shards. */
    @FunctionalInterface
    public interface ListShards {
        /** Lists shards, a page at a time. */
        CompletableFuture<ListShardsResponse> listShards(ListShardsRequest request);
    }

    /**
     * Prepares the numbers of a stream's shards; nothing is asked yet.
     *
     * @param count how many shards there must be
     * @param limitMillis how long to wait for a page of the list, ms: KCL's thread waits too
     */
    public ShardNumbers(ListShards client, String stream, int count, long limitMillis) {
        this.client = client;
        this.stream = stream;
        this.count = count;
        this.limitMillis = limitMillis;
    }

    /**
     * Returns the number of a shard.
     *
     * @throws IllegalStateException if the stream cannot be listed or has another number of shards
     * @throws IllegalArgumentException if the stream had no such shard when it was listed
     */
    public synchronized int of(String shard) {
        if (numbers.isEmpty()) {
            numbers = numbered(list());
        }
        Integer number = numbers.get(shard);
        if (number == null) {
            throw new IllegalArgumentException(
                    "shard must be one of " + numbers.keySet() + ", was " + shard);
        }
        return number;
    }

    private static Map<String, Integer> numbered(List<Shard> shards) {
        Map<String, Integer> numbers = new HashMap<>();
        shards.stream()
                .sorted(Comparator.comparing(
                        shard -> new BigInteger(shard.hashKeyRange().startingHashKey())))
                .forEach(shard -> numbers.put(shard.shardId(), numbers.size()));
        return numbers;
    }

    private List<Shard> list() {
        List<Shard> shards = new ArrayList<>();
        ListShardsResponse page = page(ListShardsRequest.builder()
                .streamName(stream)
                .shardFilter(filter -> filter.type(ShardFilterType.AT_TRIM_HORIZON))
                .build());
        shards.addAll(page.shards());
        while (page.nextToken() != null) {
            // A request that goes on from a token must not name the stream.
            page = page(ListShardsRequest.builder().nextToken(page.nextToken()).build());
            shards.addAll(page.shards());
        }
        if (shards.size() != count) {
            throw new IllegalStateException(
                    stream + " must have " + count + " shards, had " + shards.size());
        }
        return shards;
    }

    private ListShardsResponse page(ListShardsRequest request) {
        try {
            return client.listShards(request).get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stream + " must be listable, was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(stream + " must be listable, was not", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    stream + " must be listable within " + limitMillis + " ms, was not", e);
        }
    }
}
