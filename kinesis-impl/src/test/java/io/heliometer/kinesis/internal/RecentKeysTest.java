package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecentKeysTest {
    private final RecentKeys keys = new RecentKeys();

    @Test
    void copy_isNotFirst() {
        assertThat(keys.add(1, 100, 0)).isTrue();
        assertThat(keys.add(2, 200, 0)).isTrue();
        assertThat(keys.add(1, 100, 99)).isFalse();
        assertThat(keys.add(2, 200, 199)).isFalse();
    }

    @Test
    void expiredKey_isForgotten() {
        keys.add(1, 100, 0);

        assertThat(keys.add(1, 300, 100)).isTrue();
    }

    @Test
    void manyLiveKeys_areAllRemembered() {
        for (long sequence = 0; sequence < 100; sequence++) {
            assertThat(keys.add(sequence, 1000 + sequence, 0)).isTrue();
        }
        for (long sequence = 0; sequence < 100; sequence++) {
            assertThat(keys.add(sequence, 1000 + sequence, 999)).isFalse();
        }
    }
}
