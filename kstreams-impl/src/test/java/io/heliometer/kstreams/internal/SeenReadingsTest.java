package io.heliometer.kstreams.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SeenReadingsTest {
    @Test
    void plus_isContained() {
        SeenReadings seen = SeenReadings.NONE.plus(1_000, 7, 0).plus(2_000, -8, 0);

        assertThat(seen.contains(7)).isTrue();
        assertThat(seen.contains(-8)).isTrue();
        assertThat(seen.contains(1_000)).isFalse();
        assertThat(SeenReadings.NONE.contains(0)).isFalse();
    }

    @Test
    void plus_forgetsWhatTheWatermarkHasReached() {
        SeenReadings seen =
                SeenReadings.NONE.plus(1_000, 7, 0).plus(1_001, 8, 0).plus(9_000, 9, 1_000);

        assertThat(seen.contains(7)).isFalse();
        assertThat(seen.contains(8)).isTrue();
        assertThat(seen.toBytes()).hasSize(2 * 16);
    }

    @Test
    void plus_changesNothingBefore() {
        SeenReadings before = SeenReadings.NONE.plus(1_000, 7, 0);
        before.plus(2_000, 8, 1_500);

        assertThat(before.contains(7)).isTrue();
        assertThat(before.contains(8)).isFalse();
    }

    @Test
    void bytes_giveTheReadingsBack() {
        SeenReadings seen = SeenReadings.NONE.plus(-1, Long.MIN_VALUE, -2).plus(2_000, 8, -2);

        SeenReadings back = SeenReadings.of(seen.toBytes());

        assertThat(back.contains(Long.MIN_VALUE)).isTrue();
        assertThat(back.contains(8)).isTrue();
        assertThat(back.toBytes()).isEqualTo(seen.toBytes());
    }
}
