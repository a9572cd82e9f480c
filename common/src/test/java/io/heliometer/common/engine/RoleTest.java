package io.heliometer.common.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleTest {
    private static final Job JOB = new Job(Map.of());

    @Test
    void name_isKindAndIndex() {
        Role role = new Role("worker-12", JOB);

        assertThat(role.name()).isEqualTo("worker-12");
        assertThat(role.kind()).isEqualTo("worker");
        assertThat(role.index()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "worker",
                "worker-",
                "worker-0",
                "worker-01",
                "Worker-1",
                "worker-1 ",
                "worker-9999999999"
            })
    void name_mustBeKindAndNumber(String name) {
        assertThatThrownBy(() -> new Role(name, JOB))
                .isInstanceOf(UsageException.class)
                .hasMessage("role must be <kind>-<number>, such as worker-1, was " + name);
    }

    @Test
    void stop_runsTheLastRegisteredFirstAndOnlyOnce() throws InterruptedException {
        Role role = new Role("worker-1", JOB);
        List<String> stopped = new ArrayList<>();
        role.onStop(() -> stopped.add("first registered"));
        role.onStop(() -> stopped.add("last registered"));

        role.stop();
        role.stop();
        role.awaitStop();

        assertThat(stopped).containsExactly("last registered", "first registered");
    }
}
