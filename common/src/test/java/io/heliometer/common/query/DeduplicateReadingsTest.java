package io.heliometer.common.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.RandomReadings;
import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.time.Lateness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DeduplicateReadingsTest {
    private static final int ABSENT = PanelReading.ABSENT;

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true", "1001, true"})
    void key_expiresWhenTheWatermarkReachesItsEventTime(long watermark, boolean expired) {
        assertThat(DeduplicateReadings.isExpired(1_000, watermark)).isEqualTo(expired);
    }

    /** No accepted copy comes too late: the watermark before it is still behind its event time. */
    @Test
    void key_isThereWhenTheLastPossibleCopyComes() {
        long eventTime = 1_000;
        long lastReceived = eventTime + Lateness.SPEC.allowedMillis();
        long watermark = Lateness.SPEC.watermarkMillis(lastReceived);

        assertThat(DeduplicateReadings.isExpired(eventTime, watermark)).isFalse();
    }

    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void survivorRow_isTheSameForEveryCopy(long seed) {
        assertThat(RandomReadings.of(seed, 50))
                .allSatisfy(reading -> assertThat(DeduplicateReadings.survivorRow(
                                reading.receivedAt(reading.receivedTimeMillis() + 1)))
                        .isEqualTo(DeduplicateReadings.survivorRow(reading)));
    }

    @Test
    void survivorRow_leavesAbsentMeasurementsEmpty() {
        PanelReading reading = new PanelReading(7, 3, 60_000, 60_100, ABSENT, -5, ABSENT, 2, false);

        assertThat(DeduplicateReadings.survivorRow(reading)).isEqualTo("1,7,3,60000,,-5,,2");
    }

    @Test
    void countRow_isOfKindTwo() {
        assertThat(DeduplicateReadings.countRow(4, 3_600_000, 12)).isEqualTo("2,4,3600000,12");
    }
}
