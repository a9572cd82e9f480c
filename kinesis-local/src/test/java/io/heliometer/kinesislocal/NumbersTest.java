package io.heliometer.kinesislocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hash keys and sequence numbers against big integers. */
class NumbersTest {
    private static final BigInteger RING = BigInteger.ONE.shiftLeft(128);

    @Test
    void hashKey_isTheMd5OfThePartitionKey() {
        // RFC 1321, A.5.
        assertThat(HashKey.ofPartitionKey("abc".getBytes(StandardCharsets.UTF_8))
                        .decimal())
                .isEqualTo(new BigInteger("900150983cd24fb0d6963f7d28e17f72", 16).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void shards_coverTheRingWithoutGaps(int shardCount) {
        BigInteger part = RING.divide(BigInteger.valueOf(shardCount));
        for (int shard = 0; shard < shardCount; shard++) {
            HashKey start = HashKey.startOf(shard, shardCount);
            assertThat(start.decimal())
                    .isEqualTo(part.multiply(BigInteger.valueOf(shard)).toString());
            if (shard > 0) {
                assertThat(start.previous().decimal())
                        .isEqualTo(part.multiply(BigInteger.valueOf(shard))
                                .subtract(BigInteger.ONE)
                                .toString());
            }
        }
        assertThat(HashKey.startOf(0, shardCount).previous().decimal())
                .isEqualTo(RING.subtract(BigInteger.ONE).toString());
    }

    @Test
    void hashKeys_areOrderedAsUnsignedNumbers() {
        Random random = new Random(42);
        for (int i = 0; i < 1000; i++) {
            BigInteger left = new BigInteger(random.nextInt(129), random);
            BigInteger right = new BigInteger(random.nextInt(129), random);
            assertThat(Integer.signum(HashKey.ofExplicit(left.toString())
                            .compareTo(HashKey.ofExplicit(right.toString()))))
                    .isEqualTo(left.compareTo(right));
        }
    }

    @Test
    void sequenceNumber_saysWhereItComesFrom() {
        SequenceNumber numbers = new SequenceNumber(1_800_000_000_123L, 42);
        for (long ordinal : new long[] {0, 1, 9, 10, 999_999_999_999L, Long.MAX_VALUE}) {
            assertThat(SequenceNumber.parse(numbers.of(ordinal)))
                    .contains(new SequenceNumber.Parsed(numbers, ordinal));
        }
        assertThat(numbers.of(7))
                .isEqualTo("49180000000012300004200000000000000000000000000000000007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "49",
                "48180000000012300004200000000000000000000000000000000007",
                "4918000000001230000420000000000000000000000000000000000x",
                "49180000000012300004299999999999999999999999999999999999"
            })
    void foreignSequenceNumber_isNotRead(String text) {
        assertThat(SequenceNumber.parse(text)).isEmpty();
    }
}
