package io.heliometer.kinesis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ByDeviceTest {
    private final ByDevice<String> values = new ByDevice<>();

    @Test
    void value_isFoundByItsDeviceOnly() {
        values.put(0, "a");
        values.put(100_000, "b");
        values.put(0, "c");

        assertThat(values.get(0)).isEqualTo("c");
        assertThat(values.get(100_000)).isEqualTo("b");
        assertThat(values.get(1)).isNull();
        assertThat(values.get(1_000_000)).isNull();
    }

    @Test
    void values_areVisitedByDeviceAscending() {
        values.put(300, "c");
        values.put(2, "a");
        values.put(17, "b");
        List<String> visited = new ArrayList<>();

        values.forEach((device, value) -> visited.add(device + value));

        assertThat(visited).containsExactly("2a", "17b", "300c");
        assertThat(values.size()).isEqualTo(3);
    }
}
