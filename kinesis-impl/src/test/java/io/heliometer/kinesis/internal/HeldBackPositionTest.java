package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.kinesis.internal.HeldBackPosition.Position;
import org.junit.jupiter.api.Test;

final class HeldBackPositionTest {
    private final HeldBackPosition position = new HeldBackPosition(100);
    private int next;

    private void read(long... receivedTimesMillis) {
        for (long time : receivedTimesMillis) {
            position.received(time);
            position.passed(Integer.toString(next++), 0);
        }
    }

    @Test
    void dueRecord_isTheOneBeforeTheLastAheadOfTheWindow() {
        read(10, 20, 99, 100, 110);

        assertThat(position.due(100)).isEqualTo(new Position("1", 0));
    }

    @Test
    void windowThatNoTimeHasReached_isNotDue() {
        read(10, 20, 99);

        assertThat(position.due(100)).isNull();
    }

    @Test
    void windowThatWasOpenFromTheStart_isNotDue() {
        read(110, 120, 200);

        assertThat(position.due(0)).isNull();
        assertThat(position.due(100)).isNull();
        assertThat(position.due(200)).isEqualTo(new Position("0", 0));
    }

    @Test
    void gap_keepsTheLastRecordAheadOfIt() {
        read(10, 20, 500, 510);

        assertThat(position.due(300)).isEqualTo(new Position("0", 0));
    }

    @Test
    void recordWithoutATime_isStillAPosition() {
        read(10);
        position.passed("malformed", 3);
        read(50, 100);

        assertThat(position.due(100)).isEqualTo(new Position("malformed", 3));
    }

    @Test
    void firstRecordOfAReader_leavesTheCheckpointWhereItIs() {
        read(10, 100);

        assertThat(position.due(100)).isNull();
    }

    @Test
    void written_isNotDueAgain() {
        read(10, 20, 100);
        assertThat(position.due(100)).isNotNull();

        position.written();

        assertThat(position.due(100)).isNull();
        read(150, 200);
        assertThat(position.due(200)).isEqualTo(new Position("2", 0));
    }
}
