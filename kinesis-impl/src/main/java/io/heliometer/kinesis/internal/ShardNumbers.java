package io.heliometer.kinesis.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/**
 * The number of a shard is its place in the order of the hash ranges: the producer sends partition
 * 0 to the lowest range. KCL names shards and never counts them.
 */
public final class ShardNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Numbers shards given in any order. */
    ShardNumbers(List<Shard> shards) {
        shards.stream()
                .sorted(Comparator.comparing(
                        shard -> new BigInteger(shard.hashKeyRange().startingHashKey())))
                .forEach(shard -> numbers.put(shard.shardId(), numbers.size()));
    }

    /**
     * Asks the service for the shards of a stream.
     *
     * @param count how many there must be
     * @throws IllegalStateException if the stream cannot be listed or has another number of shards
     */
    public static ShardNumbers of(KinesisAsyncClient client, String stream, int count) {
        List<Shard> shards = new ArrayList<>();
        try {
            String token = null;
            do {
                String next = token;
                // A request that goes on from a token must not name the stream.
                ListShardsResponse page = client.listShards(request -> {
                            if (next == null) {
                                request.streamName(stream)
                                        .shardFilter(filter ->
                                                filter.type(ShardFilterType.AT_TRIM_HORIZON));
                            } else {
                                request.nextToken(next);
                            }
                        })
                        .join();
                shards.addAll(page.shards());
                token = page.nextToken();
            } while (token != null);
        } catch (CompletionException e) {
            throw new IllegalStateException(stream + " must be listable, was not", e);
        }
        if (shards.size() != count) {
            throw new IllegalStateException(
                    stream + " must have " + count + " shards, had " + shards.size());
        }
        return new ShardNumbers(shards);
    }

    /**
     * Returns the number of a shard.
     *
     * @throws IllegalArgumentException if the stream had no such shard when it was listed
     */
    public int of(String shard) {
        Integer number = numbers.get(shard);
        if (number == null) {
            throw new IllegalArgumentException(
                    "shard must be one of " + numbers.keySet() + ", was " + shard);
        }
        return number;
    }
}
