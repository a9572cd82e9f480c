package io.heliometer.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.load.Schedule;
import io.heliometer.benchmarks.verify.Verdict.Match;
import io.heliometer.common.oracle.ExpectedRow;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.results.run.Recovery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of two partitions, one a second each, with a delay of 200 ms; the fault comes at 20 s. */
final class RecoveryMeterTest {
    private static final Schedule SCHEDULE = new Schedule(0, 0, 1);
    private static final long FAULT = 20_000;
    private static final long DELAY = 200;

    private final List<Match> matches = new ArrayList<>();

    private void row(int partition, long dueMillis, long delayMillis) {
        long seen = dueMillis + delayMillis;
        matches.add(new Match(
                new ExpectedRow(OutputTopic.RESULTS, "r", 1, partition, dueMillis, dueMillis),
                new Observation(OutputTopic.RESULTS, seen, seen, "r")));
    }

    private Recovery measure(long loadEndMillis) {
        return new RecoveryMeter(SCHEDULE, FAULT, loadEndMillis).of("worker-2", matches);
    }

    /** Partition 1 stands from 20 s to 30 s, then works off what waited. */
    private void outage() {
        for (long due = 0; due <= 60_000; due += 1000) {
            row(0, due, DELAY);
            boolean held = due >= FAULT && due <= 30_000;
            row(1, due, held ? 31_000 - due : DELAY);
        }
    }

    @Test
    void downtime_isTheLongestGapOfThePartitionThatStoodLongest() {
        outage();

        Recovery recovery = measure(60_000);

        // Last row before the gap at 19.2 s, first after it at 31 s; 1 s is the usual gap.
        assertThat(recovery.downtimeSeconds()).isEqualTo(10.8);
        assertThat(recovery.victim()).isEqualTo("worker-2");
        assertThat(recovery.injectedSeconds()).isEqualTo(20.0);
    }

    @Test
    void catchUp_endsWhenTheDelayStaysInItsBand() {
        outage();
        row(1, 33_000, 3_000);

        assertThat(measure(60_000).catchUpSeconds()).isEqualTo(5.0);
    }

    @Test
    void lateRelapse_isNotPartOfTheCatchUp() {
        outage();
        row(1, 50_000, 3_000);

        assertThat(measure(60_000).catchUpSeconds()).isEqualTo(0.0);
    }

    @Test
    void catchUp_isAbsentIfTheLoadEndsFirst() {
        outage();

        assertThat(measure(40_000).catchUpSeconds()).isNull();
    }

    @Test
    void engineThatNeverPaused_hasNoDowntime() {
        for (long due = 0; due <= 60_000; due += 1000) {
            row(0, due, DELAY);
        }

        assertThat(measure(60_000).downtimeSeconds()).isZero();
        assertThat(measure(60_000).catchUpSeconds()).isEqualTo(0.0);
    }
}
