package io.heliometer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heliometer.benchmarks.load.LoadProfile.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleTest {
    private static final long START = 5_000;
    private static final long ORIGIN = 1_000_000;
    private static final long LENGTH = 3_600_000;
    private static final double SPEEDUP = 120;
    private static final double END = START + LENGTH / SPEEDUP;
    private static final int STEP = 997;

    private static Schedule schedule(Shape shape) {
        return new Schedule(START, ORIGIN, LENGTH, SPEEDUP, new LoadProfile(shape, 4, 25, 400, 10));
    }

    @ParameterizedTest
    @EnumSource
    void intendedTime_neverGoesBack(Shape shape) {
        Schedule schedule = schedule(shape);
        double last = Double.NEGATIVE_INFINITY;
        for (long due = -10_000; due < LENGTH + 400_000; due += STEP) {
            double intended = schedule.intendedMillis(ORIGIN + due);
            assertThat(intended).isGreaterThan(last);
            last = intended;
        }
    }

    /** The same records in the same time: only the rate in between differs. */
    @ParameterizedTest
    @EnumSource
    void everyProfile_startsAndEndsWhenTheConstantOneDoes(Shape shape) {
        Schedule schedule = schedule(shape);

        assertThat(schedule.intendedMillis(ORIGIN)).isEqualTo(START);
        assertThat(schedule.intendedMillis(ORIGIN + LENGTH)).isEqualTo(END);
        assertThat(schedule.intendedMillis(ORIGIN + LENGTH + 300_000))
                .isEqualTo(START + (LENGTH + 300_000) / SPEEDUP);
    }

    @Test
    void constantProfile_isTheSpeedupAndNothingElse() {
        Schedule schedule = schedule(Shape.CONSTANT);
        Schedule plain = new Schedule(START, ORIGIN, SPEEDUP);
        for (long due = 0; due < LENGTH; due += STEP) {
            assertThat(schedule.intendedMillis(ORIGIN + due))
                    .isEqualTo(START + due / SPEEDUP)
                    .isEqualTo(plain.intendedMillis(ORIGIN + due));
        }
    }

    @Test
    void ramp_doublesItsRateWhereItsLineSays() {
        Schedule schedule = schedule(Shape.RAMP);

        assertThat(rate(schedule, 0.0)).isCloseTo(0.25, within(0.02));
        assertThat(rate(schedule, 0.5)).isCloseTo(1.0, within(0.02));
        assertThat(rate(schedule, 0.98)).isCloseTo(1.71, within(0.02));
    }

    @Test
    void diurnal_isLowAtBothEndsOfEachWave() {
        Schedule schedule = schedule(Shape.DIURNAL);

        assertThat(rate(schedule, 0.24)).isCloseTo(0.26, within(0.03));
        assertThat(rate(schedule, 0.12)).isCloseTo(1.75, within(0.03));
    }

    @Test
    void step_risesInEqualLevels() {
        Schedule schedule = schedule(Shape.STEP);

        assertThat(rate(schedule, 0.10)).isCloseTo(0.25, within(1e-9));
        assertThat(rate(schedule, 0.30)).isCloseTo(0.75, within(1e-9));
        assertThat(rate(schedule, 0.60)).isCloseTo(1.25, within(1e-9));
        assertThat(rate(schedule, 0.90)).isCloseTo(1.75, within(1e-9));
    }

    /** A tenth of the time at four times the mean leaves 0.6 / 0.9 for the rest. */
    @Test
    void burst_takesFromTheRestOfTheTime() {
        Schedule schedule = schedule(Shape.BURST);

        assertThat(rate(schedule, 0.12)).isCloseTo(4, within(1e-9));
        assertThat(rate(schedule, 0.01)).isCloseTo(2.0 / 3, within(1e-9));
    }

    /** Returns the rate over the one percent of the time that begins at a share of it. */
    private static double rate(Schedule schedule, double share) {
        double from = START + share * (END - START);
        return (dueAt(schedule, from + (END - START) / 100) - dueAt(schedule, from))
                / (LENGTH / 100.0);
    }

    /** Returns which due time is intended for a moment, by bisection. */
    private static double dueAt(Schedule schedule, double wallMillis) {
        long low = ORIGIN;
        long high = ORIGIN + LENGTH;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (schedule.intendedMillis(middle) < wallMillis) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double before = schedule.intendedMillis(low);
        return low + (wallMillis - before) / (schedule.intendedMillis(high) - before);
    }

    @ParameterizedTest
    @EnumSource
    void text_isReadBack(Shape shape) {
        LoadProfile profile = new LoadProfile(shape, 3, 20, 300, 12);

        assertThat(LoadProfile.parse(profile.text())).isEqualTo(profile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flat,1,1,1,1", "burst,1,100,400", "burst,x,100,400,10"})
    void text_thatIsNoProfile_isRefused(String text) {
        assertThatThrownBy(() -> LoadProfile.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void burst_mustLeaveRecordsForTheRest() {
        assertThatThrownBy(() -> new LoadProfile(Shape.BURST, 4, 25, 1_000, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("burstPercent must be 1..999, was 1000");
    }
}
