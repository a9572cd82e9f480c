package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.Shard;

final class ShardNumbersTest {
    private final ShardNumbers numbers = new ShardNumbers(List.of(
            shard("a", "170141183460469231731687303715884105728"),
            shard("b", "9"),
            shard("c", "0"),
            shard("d", "10")));

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
    void unknownShard_isRefused() {
        assertThatThrownBy(() -> numbers.of("e"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was e");
    }
}
