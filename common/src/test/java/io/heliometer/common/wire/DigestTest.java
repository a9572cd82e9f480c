package io.heliometer.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.math.CounterRandom;
import io.heliometer.common.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DigestTest {
    private static Digest of(List<byte[]> rows) {
        Digest digest = Digest.EMPTY;
        for (byte[] row : rows) {
            digest = digest.plus(row);
        }
        return digest;
    }

    private static List<byte[]> rows(long seed) {
        Random random = new Random(seed);
        List<byte[]> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] row = new byte[random.nextInt(40)];
            random.nextBytes(row);
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void plus_isIndependentOfOrder(long seed) {
        List<byte[]> rows = rows(seed);
        Digest inOrder = of(rows);
        Collections.shuffle(rows, new Random(seed));

        assertThat(of(rows)).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void plus_ofTwoDigestsIsTheDigestOfTheUnion(long seed) {
        List<byte[]> rows = rows(seed);
        Digest left = of(rows.subList(0, 70));
        Digest right = of(rows.subList(70, rows.size()));

        assertThat(left.plus(right)).isEqualTo(of(rows)).isEqualTo(right.plus(left));
        assertThat(left.plus(Digest.EMPTY)).isEqualTo(left);
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void digest_changesWithOneBitOneRowMoreOrOneLess(long seed) {
        List<byte[]> rows = rows(seed);
        rows.add(new byte[] {1, 2, 3});
        Digest whole = of(rows);

        rows.set(rows.size() - 1, new byte[] {1, 2, 2});
        assertThat(of(rows)).isNotEqualTo(whole);
        assertThat(of(rows.subList(1, rows.size()))).isNotEqualTo(whole);
        assertThat(whole.plus(rows.get(0))).isNotEqualTo(whole);
    }

    @Test
    void toString_isCountAndSixteenHexDigits() {
        assertThat(Digest.EMPTY).hasToString("0-0000000000000000");
        assertThat(new Digest(3, -2)).hasToString("3-fffffffffffffffe");
    }

    /** The published FNV-1a values of these texts, before the mixer. */
    @ParameterizedTest
    @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
    void hash_isMixedFnv1a(String text, String fnv) {
        assertThat(Hash.of(text)).isEqualTo(CounterRandom.mix(Long.parseUnsignedLong(fnv, 16)));
    }

    @Test
    void hash_takesBytesAsUnsigned() {
        // (offset ^ 0xff) * prime mod 2^64: the FNV-1a value of this byte.
        assertThat(Hash.of(new byte[] {(byte) 0xff}))
                .isEqualTo(CounterRandom.mix(0xaf64724c8602eb6eL));
    }

    @Test
    void hash_takesTextAsUtf8() {
        assertThat(Hash.of("\u00b0C"))
                .isEqualTo(Hash.of("\u00b0C".getBytes(StandardCharsets.UTF_8)));
    }
}
