package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

final class ShardNumbersTest {
    private static final long LONG_MILLIS = 60_000;

    private final List<ListShardsRequest> requests = new ArrayList<>();
    private final Deque<CompletableFuture<ListShardsResponse>> replies = new ArrayDeque<>(List.of(
            page("more", shard("a", "170141183460469231731687303715884105728"), shard("b", "9")),
            page(null, shard("c", "0"), shard("d", "10"))));
    private final ShardNumbers numbers = numbers(4, LONG_MILLIS);

    private ShardNumbers numbers(int count, long limitMillis) {
        return new ShardNumbers(this::list, "panel", count, limitMillis);
    }

    private CompletableFuture<ListShardsResponse> list(ListShardsRequest request) {
        requests.add(request);
        return replies.remove();
    }

    private static CompletableFuture<ListShardsResponse> page(
            @Nullable String nextToken, Shard... shards) {
        return CompletableFuture.completedFuture(
                ListShardsResponse.builder().nextToken(nextToken).shards(shards).build());
    }

    private static Shard shard(String id, String start) {
        return Shard.builder()
                .shardId(id)
                .hashKeyRange(range -> range.startingHashKey(start))
                .build();
    }

    @Test
    void number_isThePlaceInTheOrderOfHashRanges() {
        assertThat(numbers.of("c")).isZero();
        assertThat(numbers.of("b")).isEqualTo(1);
        assertThat(numbers.of("d")).isEqualTo(2);
        assertThat(numbers.of("a")).isEqualTo(3);
    }

    @Test
    void service_isAskedOnceForAllShards() {
        assertThat(requests).isEmpty();

        for (String shard : List.of("a", "b", "c", "d", "a")) {
            assertThat(numbers.of(shard)).isBetween(0, 3);
        }

        assertThat(requests)
                .extracting(ListShardsRequest::streamName, ListShardsRequest::nextToken)
                .containsExactly(tuple("panel", null), tuple(null, "more"));
    }

    @Test
    void silentService_isNotWaitedForForEver() {
        replies.clear();
        replies.add(new CompletableFuture<>());

        assertThatThrownBy(() -> numbers(4, 1).of("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("panel must be listable within 1 ms, was not")
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void failure_isNotRemembered() {
        replies.addFirst(CompletableFuture.failedFuture(new ConnectException("refused")));

        assertThatThrownBy(() -> numbers.of("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("refused");
        assertThat(numbers.of("a")).isEqualTo(3);
    }

    @Test
    void otherCountOfShards_isRefused() {
        assertThatThrownBy(() -> numbers(3, LONG_MILLIS).of("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("panel must have 3 shards, had 4");
    }

    @Test
    void unknownShard_isRefused() {
        assertThatThrownBy(() -> numbers.of("e"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was e");
    }
}
