package io.heliometer.results.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransportLimitTest {
    @Test
    void mode_mustBeNamed() {
        assertThatThrownBy(() -> new TransportLimit("", "kafka-clients 4.3.1", 10, 1, 10, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mode must be a text, was ");
    }

    @Test
    void client_mustBeNamed() {
        assertThatThrownBy(() -> new TransportLimit("process", "", 10, 1, 10, null))
                .hasMessage("client must be a text, was ");
    }
}
