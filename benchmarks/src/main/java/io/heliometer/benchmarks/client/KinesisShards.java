package io.heliometer.benchmarks.client;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** The shards of a stream in the order of their hash ranges: the number of a partition. */
final class KinesisShards {
    private KinesisShards() {}

    static List<Shard> of(KinesisAsyncClient client, String stream) {
        List<Shard> shards = new ArrayList<>();
        String token = null;
        do {
            ListShardsResponse page = list(client, stream, token);
            shards.addAll(page.shards());
            token = page.nextToken();
        } while (token != null);
        shards.sort(Comparator.comparing(
                shard -> new BigInteger(shard.hashKeyRange().startingHashKey())));
        return shards;
    }

    private static ListShardsResponse list(
            KinesisAsyncClient client, String stream, @Nullable String token) {
        // A request that goes on from a token must not name the stream.
        return client.listShards(request -> {
                    if (token == null) {
                        request.streamName(stream);
                    } else {
                        request.nextToken(token);
                    }
                })
                .join();
    }
}
