package io.heliometer.results.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecoveryTest {
    @Test
    void victim_mustBeNamed() {
        assertThatThrownBy(() -> new Recovery(" ", 20, 4.9, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("victim must be a text, was  ");
    }

    @Test
    void catchUp_mayBeAbsent() {
        assertThat(new Recovery("worker-1", 20, 4.9, null).catchUpSeconds()).isNull();
    }
}
