package io.heliometer.kstreams.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.query.SilentDevices;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class WakeQueueTest {
    private final WakeQueue queue = new WakeQueue();

    @Test
    void poll_goesByTimeThenDevice_upToTheWatermark() {
        queue.set(1, 30);
        queue.set(3, 20);
        queue.set(2, 20);
        queue.set(4, 31);

        assertThat(due(30)).containsExactly(2, 3, 1);
        assertThat(queue.isDue(30)).isFalse();
        assertThat(due(31)).containsExactly(4);
    }

    @Test
    void set_replacesTheTimeOfADevice() {
        queue.set(1, 10);
        queue.set(1, 20);

        assertThat(due(19)).isEmpty();
        assertThat(due(20)).containsExactly(1);
        assertThat(due(20)).isEmpty();
    }

    @Test
    void never_unsets() {
        queue.set(1, 10);
        queue.set(1, SilentDevices.NEVER);

        assertThat(due(Long.MAX_VALUE - 1)).isEmpty();
    }

    @Test
    void setIfEarlier_keepsTheEarlierTime() {
        queue.set(1, 10);
        queue.setIfEarlier(1, 11);
        queue.setIfEarlier(2, 5);
        queue.setIfEarlier(2, 4);

        assertThat(due(4)).containsExactly(2);
        assertThat(due(10)).containsExactly(1);
    }

    private List<Integer> due(long watermarkMillis) {
        List<Integer> devices = new ArrayList<>();
        for (OptionalInt next = queue.poll(watermarkMillis);
                next.isPresent();
                next = queue.poll(watermarkMillis)) {
            devices.add(next.getAsInt());
        }
        return devices;
    }
}
