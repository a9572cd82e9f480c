package io.heliometer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PacerTest {
    @Test
    void intendedTime_followsTheSpeedup() {
        Schedule schedule = new Schedule(5_000, 1_000_000, 120);

        assertThat(schedule.intendedMillis(1_000_000)).isEqualTo(5_000);
        assertThat(schedule.intendedMillis(1_120_000)).isEqualTo(6_000);
    }

    @Test
    void speedup_mustBePositive() {
        assertThatThrownBy(() -> new Schedule(0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speedup must be > 0, was 0.0");
    }

    @Test
    void unpaced_neverWaits() {
        assertThat(Pacer.unpaced().awaitMicros(Long.MAX_VALUE)).isZero();
    }

    /**
     * A record that was due an hour ago is an hour late: lateness counts from the intended time.
     */
    @Test
    void overdueRecord_isLateByTheWholeTime() {
        Pacer pacer = new Pacer(new Schedule(System.currentTimeMillis() - 3_600_000, 0, 1));

        assertThat(pacer.awaitMicros(0)).isGreaterThanOrEqualTo(3_600_000_000L);
        assertThat(pacer.planShare()).isLessThan(0.01);
    }

    /** The contract is a lower bound, so it can be tested: never early. */
    @Test
    void futureRecord_isNotSentEarly() {
        long due = System.currentTimeMillis() + 30;
        Pacer pacer = new Pacer(new Schedule(due, 0, 1));
        pacer.awaitMicros(0);

        assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(due - 1);
    }
}
