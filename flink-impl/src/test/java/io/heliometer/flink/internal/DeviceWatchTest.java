package io.heliometer.flink.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.SilentDevices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeviceWatchTest {
    private static final int SITE = 0;
    private static final SilentDevices RULE = new SilentDevices(
            new SunTable(Map.of(), List.of(new SunDay(SITE, 0, 0, 86_000_000))),
            new Horizon(0, 86_400_000),
            60_000);

    private static DeviceWatch with(SilentDevices.State state, long... pendingMillis) {
        return DeviceWatch.after(RULE, SITE, state, pendingMillis);
    }

    @Test
    void start_wakesThreeSamplesIntoTheDay() {
        assertThat(DeviceWatch.start(RULE, SITE).wakeMillis())
                .isEqualTo(SilentDevices.TWILIGHT_MILLIS + 3 * 60_000);
    }

    @Test
    void silentDevice_wakesWithItsNextReading() {
        SilentDevices.State silent = new SilentDevices.State(2_000_000, 2_000_000, 0);

        assertThat(with(silent, 3_000_000).wakeMillis()).isEqualTo(3_000_000);
        assertThat(with(silent).wakeMillis()).isEqualTo(SilentDevices.NEVER);
    }

    @Test
    void pendingWith_keepsTheOrderAndHoldsEachTimeOnce() {
        DeviceWatch watch = with(SilentDevices.State.START, 10, 30);

        assertThat(watch.pendingWith(20)).containsExactly(10, 20, 30);
        assertThat(watch.pendingWith(40)).containsExactly(10, 30, 40);
        assertThat(watch.pendingWith(30)).containsExactly(10, 30);
    }

    @Test
    void pendingAfter_forgetsWhatIsAtTheWatermark() {
        DeviceWatch watch = with(SilentDevices.State.START, 10, 20, 30);

        assertThat(watch.pendingAfter(20)).containsExactly(30);
        assertThat(watch.pendingAfter(9)).containsExactly(10, 20, 30);
        assertThat(watch.pendingAfter(30)).isEmpty();
    }
}
