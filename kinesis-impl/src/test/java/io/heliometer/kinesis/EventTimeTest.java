package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void watermark_isTheLatest() {
        assertThat(clock.watermarkMillis()).isEqualTo(EventTime.BEGINNING);
        clock.passesWindowEnd(150);
        clock.passesWindowEnd(170);
        clock.passesWindowEnd(160);

        assertThat(clock.watermarkMillis()).isEqualTo(170);
    }

    @ParameterizedTest
    @ValueSource(longs = {EventTime.BEGINNING, -1, 0, 98, 99, 100, 250})
    void restored_goesOnAsTheOneBefore(long watermark) throws IOException {
        if (watermark != EventTime.BEGINNING) {
            clock.passesWindowEnd(watermark);
        }
        EventTime heir = new EventTime(100);
        heir.load(saved(clock));

        assertThat(heir.watermarkMillis()).isEqualTo(clock.watermarkMillis());
        assertThat(heir.openFromMillis()).isEqualTo(clock.openFromMillis());
        for (long next : new long[] {-1, 98, 99, 198, 199, 298, 299, 399}) {
            assertThat(heir.passesWindowEnd(next)).isEqualTo(clock.passesWindowEnd(next));
        }
    }

    private static DataInputStream saved(EventTime time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        time.save(new DataOutputStream(bytes));
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
