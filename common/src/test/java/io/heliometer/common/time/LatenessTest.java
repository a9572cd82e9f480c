package io.heliometer.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heliometer.common.model.PanelReading;
import io.heliometer.common.query.ValidateReadings;
import io.heliometer.common.testkit.Seeds;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.RecordCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.Workload;
import io.heliometer.common.workload.WorkloadSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LatenessTest {
    private static PanelReading reading(long eventTimeMillis, long receivedTimeMillis) {
        return PanelReading.flushAt(eventTimeMillis).receivedAt(receivedTimeMillis);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "119999, false", "120000, false", "120001, true"})
    void isLate_excludesTheAllowedLatenessItself(long delayMillis, boolean late) {
        assertThat(Lateness.SPEC.isLate(reading(1_000, 1_000 + delayMillis))).isEqualTo(late);
    }

    @Test
    void isFuture_onlyAfterTheArrival() {
        assertThat(Lateness.SPEC.isFuture(reading(1_000, 1_000))).isFalse();
        assertThat(Lateness.SPEC.isFuture(reading(1_001, 1_000))).isTrue();
    }

    @Test
    void watermark_isOneBehindTheOldestRecordThatMayStillCome() {
        long max = 10_000_000;
        PanelReading oldest = reading(max - Lateness.SPEC.allowedMillis(), max);

        assertThat(Lateness.SPEC.isLate(oldest)).isFalse();
        assertThat(Lateness.SPEC.watermarkMillis(max)).isEqualTo(oldest.eventTimeMillis() - 1);
    }

    @Test
    void allowedMillis_mustNotBeNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lateness(-1))
                .withMessage("allowedMillis must be >= 0, was -1");
    }

    /** Half of all records are delayed here, so an engine that drops by watermark would show. */
    @ParameterizedTest
    @MethodSource(Seeds.ALL)
    void acceptedRecord_isNeverBehindItsPartitionsWatermark(long seed) {
        Disorder disorder = new Disorder(
                50_000, 10_000, 10_000, 10_000, 10_000, 200_000, 200_000, 100_000, 20_000);
        Workload workload = new SimulatedWorkload(new WorkloadSpec(
                seed, 400, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 10, disorder));

        assertThat(workload.partitions()).isEqualTo(2);
        for (int partition = 0; partition < workload.partitions(); partition++) {
            assertThat(acceptedCount(workload, partition)).isGreaterThan(1_000);
        }
    }

    private static int acceptedCount(Workload workload, int partition) {
        ValidateReadings rules =
                new ValidateReadings(workload.registry(), workload.horizon(), Lateness.SPEC);
        long max = Long.MIN_VALUE / 2;
        int accepted = 0;
        RecordCursor cursor = workload.open(partition);
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            PanelReading reading = ReadingCodec.decode(next.payload());
            if (reading != null && rules.check(reading) == null) {
                assertThat(reading.eventTimeMillis())
                        .isGreaterThan(Lateness.SPEC.watermarkMillis(max));
                max = Math.max(max, reading.eventTimeMillis());
                accepted++;
            }
        }
        return accepted;
    }
}
