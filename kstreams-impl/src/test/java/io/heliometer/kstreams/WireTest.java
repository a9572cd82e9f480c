package io.heliometer.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.model.Panel;
import io.heliometer.common.query.PeerComparison.PanelTotals;
import io.heliometer.common.query.StringRollup.Totals;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

final class WireTest {
    @Test
    void totals_comeBack() {
        assertComesBack(Wire.totals(), new Totals(1, 2, 3, 4, 5, 6, 7, -8), 52);
    }

    @Test
    void panelTotals_comeBack() {
        assertComesBack(Wire.panelTotals(), new PanelTotals(-1, 2, Long.MIN_VALUE, 4, 5), 40);
    }

    @Test
    void versions_comeBack() {
        Panel first = new Panel(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -11, -12, 13);
        Panel second = new Panel(1, 2, 3, 4, 5, Long.MAX_VALUE, 7, 8, 9, 10, -11, 12, 14);

        assertComesBack(Wire.versions(), List.of(first, second), 2 * 60);
        assertComesBack(Wire.versions(), List.of(), 0);
    }

    private static <T> void assertComesBack(Serde<T> serde, T value, int size) {
        byte[] bytes = serde.serializer().serialize("store", value);

        assertThat(bytes).hasSize(size);
        assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(value);
    }
}
