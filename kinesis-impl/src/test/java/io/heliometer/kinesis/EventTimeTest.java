package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventTimeTest {
    private final EventTime clock = new EventTime(100);

    @ParameterizedTest
    @CsvSource({"198, false, 100", "199, true, 200", "298, true, 200", "299, true, 300"})
    void window_closesAtItsLastMillisecond(long watermark, boolean passes, long openFrom) {
        clock.passesWindowEnd(100);

        assertThat(clock.passesWindowEnd(watermark)).isEqualTo(passes);
        assertThat(clock.openFromMillis()).isEqualTo(openFrom);
    }

    @Test
    void time_neverGoesBack() {
        clock.passesWindowEnd(1000);

        assertThat(clock.passesWindowEnd(0)).isFalse();
        assertThat(clock.openFromMillis()).isEqualTo(1000);
    }

    @Test
    void firstStart_hasWrittenNothing() {
        assertThat(clock.wasEmitted(-1_000_000)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, true", "300, false", "0, true", "250, true", "251, false"})
    void restart_hasWrittenWhatStartedUpToItsFirstRecord(long windowStart, boolean emitted) {
        clock.restartAt(250);

        assertThat(clock.wasEmitted(windowStart)).isEqualTo(emitted);
    }
}
