package io.heliometer.kstreams.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.SilentDevices.State;
import org.junit.jupiter.api.Test;

final class DeviceTimesTest {
    private static final State SETTLED = new State(20, Long.MIN_VALUE, Long.MIN_VALUE);

    @Test
    void plus_keepsTimesAscendingAndDistinct() {
        DeviceTimes times =
                DeviceTimes.START.plus(30).plus(10).plus(20).plus(30).plus(10);

        assertThat(times.pendingMillis()).containsExactly(10, 20, 30);
        assertThat(times.firstPendingMillis()).isEqualTo(10);
    }

    @Test
    void settled_forgetsTimesUpToTheWatermark() {
        DeviceTimes times = DeviceTimes.START.plus(10).plus(20).plus(21).settled(SETTLED, 20);

        assertThat(times.pendingMillis()).containsExactly(21);
        assertThat(times.state()).isEqualTo(SETTLED);
        assertThat(times.settled(SETTLED, 21).firstPendingMillis()).isEqualTo(SilentDevices.NEVER);
    }

    @Test
    void bytes_giveTheTimesBack() {
        DeviceTimes times = DeviceTimes.START.plus(-10).plus(21).settled(SETTLED, -11);

        DeviceTimes back = DeviceTimes.of(times.toBytes());

        assertThat(back.state()).isEqualTo(SETTLED);
        assertThat(back.pendingMillis()).containsExactly(-10, 21);
        assertThat(times.toBytes()).hasSize(24 + 2 * 8);
    }
}
