package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.SunDay;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.query.SilentDevices;
import io.heliometer.common.query.SilentDevices.Device;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WatchedDeviceTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    /** Daylight that counts from 6 to 18 h. */
    private static final SilentDevices RULE = new SilentDevices(
            new SunTable(Map.of(), List.of(new SunDay(0, 0, 11 * HOUR / 2, 37 * HOUR / 2))),
            new Horizon(0, 24 * HOUR),
            MINUTE);

    private final List<String> rows = new ArrayList<>();
    private final WatchedDevice device = new WatchedDevice(new Device(0, 7));

    @Test
    void eventTimes_mayComeInAnyOrderAndTwice() {
        device.add(7 * HOUR + 2 * MINUTE);
        device.add(7 * HOUR);
        device.add(7 * HOUR + MINUTE);
        device.add(7 * HOUR + MINUTE);

        device.settle(RULE, 7 * HOUR + 4 * MINUTE, rows::add);

        // Silent since dawn until 7:00.
        assertThat(rows)
                .containsExactly(
                        "1,7," + 6 * HOUR + "," + (6 * HOUR + 3 * MINUTE),
                        "2,7," + 7 * HOUR + "," + HOUR);
        assertThat(device.nextWakeMillis(RULE)).isEqualTo(7 * HOUR + 5 * MINUTE);
    }

    @Test
    void silentDevice_wakesUpForItsNextReading() {
        device.settle(RULE, 6 * HOUR + 3 * MINUTE, rows::add);
        assertThat(device.isSilent()).isTrue();
        assertThat(device.nextWakeMillis(RULE)).isEqualTo(SilentDevices.NEVER);

        device.add(8 * HOUR);

        assertThat(device.nextWakeMillis(RULE)).isEqualTo(8 * HOUR);
    }

    @Test
    void settled_areForgotten() {
        for (int minute = 0; !device.isFull(); minute++) {
            device.add(20 * HOUR + minute * MINUTE);
        }

        device.settle(RULE, 20 * HOUR, rows::add);

        assertThat(device.isFull()).isFalse();
    }

    @Test
    void restored_goesOnAsTheOneBefore() throws IOException {
        device.settle(RULE, 6 * HOUR + 3 * MINUTE, rows::add);
        device.add(8 * HOUR);
        device.add(8 * HOUR + 9 * MINUTE);
        rows.clear();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        device.save(new DataOutputStream(bytes));
        WatchedDevice heir = new WatchedDevice(device.id());
        heir.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        List<String> rowsOfHeir = new ArrayList<>();

        device.settle(RULE, 9 * HOUR, rows::add);
        heir.settle(RULE, 9 * HOUR, rowsOfHeir::add);

        assertThat(rowsOfHeir).isEqualTo(rows).isNotEmpty();
    }
}
