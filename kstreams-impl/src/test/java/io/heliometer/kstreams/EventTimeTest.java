package io.heliometer.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventTimeTest {
    private final EventTime clock = new EventTime(100);

    @Test
    void firstRecord_passes_soThatRestoredWindowsAreSeen() {
        assertThat(clock.passesWindowEnd(-5000)).isTrue();
        assertThat(clock.openFromMillis()).isEqualTo(-5000);
    }

    @ParameterizedTest
    @CsvSource({"198, false, 100", "199, true, 200", "298, true, 200", "299, true, 300"})
    void window_closesAtItsLastMillisecond(long watermark, boolean passes, long openFrom) {
        clock.passesWindowEnd(100);

        assertThat(clock.passesWindowEnd(watermark)).isEqualTo(passes);
        assertThat(clock.openFromMillis()).isEqualTo(openFrom);
    }

    @Test
    void sameWindow_passesOnce() {
        clock.passesWindowEnd(100);

        assertThat(clock.passesWindowEnd(150)).isFalse();
    }

    @Test
    void time_neverGoesBack() {
        clock.passesWindowEnd(1000);

        assertThat(clock.passesWindowEnd(0)).isFalse();
        assertThat(clock.openFromMillis()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "0, 0", "-1, 0"})
    void timestamp_isNeverNegative(long written, long extracted) {
        ConsumerRecord<Object, Object> message = new ConsumerRecord<>(
                "panel",
                0,
                0,
                written,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());

        assertThat(EventTime.TRANSPORT_TIME.extract(message, 77)).isEqualTo(extracted);
    }
}
