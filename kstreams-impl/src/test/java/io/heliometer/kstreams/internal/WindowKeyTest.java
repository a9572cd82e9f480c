package io.heliometer.kstreams.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class WindowKeyTest {
    private static final List<WindowKey> ASCENDING = List.of(
            new WindowKey(Long.MIN_VALUE, 0, 0),
            new WindowKey(-300_000, 7, 1),
            new WindowKey(0, 0, 0),
            new WindowKey(0, 0, 8),
            new WindowKey(0, 1, 0),
            new WindowKey(0, 256, 0),
            new WindowKey(0, Integer.MAX_VALUE, 0),
            new WindowKey(300_000, 0, 0),
            new WindowKey(Long.MAX_VALUE, 0, 0));

    @Test
    void bytes_sortByTimeThenIdThenPart() {
        assertThat(ASCENDING.stream().map(WindowKeyTest::bytes)).isSorted();
    }

    @Test
    void bytes_giveTheKeyBack() {
        assertThat(ASCENDING.stream()
                        .map(key -> WindowKey.serde()
                                .deserializer()
                                .deserialize("store", bytes(key).get())))
                .isEqualTo(ASCENDING);
    }

    @Test
    void bounds_encloseEveryKeyOfClosedWindows() {
        Bytes first = bytes(WindowKey.firstOf(0));
        Bytes last = bytes(WindowKey.lastBefore(300_000));

        assertThat(ASCENDING.stream()
                        .filter(key ->
                                bytes(key).compareTo(first) >= 0 && bytes(key).compareTo(last) <= 0)
                        .map(WindowKey::windowStartMillis)
                        .distinct())
                .containsExactly(0L);
    }

    @Test
    void negativeId_isRefused() {
        assertThatThrownBy(() -> new WindowKey(0, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id and part must be >= 0, were -1, 0");
    }

    private static Bytes bytes(WindowKey key) {
        return Bytes.wrap(WindowKey.serde().serializer().serialize("store", key));
    }
}
