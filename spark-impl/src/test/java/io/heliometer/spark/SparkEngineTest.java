package io.heliometer.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class SparkEngineTest {
    @Test
    void classPath_holdsExactlyThisEngine() {
        assertThat(ServiceLoader.load(Engine.class))
                .singleElement()
                .isInstanceOf(SparkEngine.class);
    }

    @Test
    void unknownRole_isRefused() {
        Role role = new Role("executor-1", new Job(Map.of()));

        assertThatThrownBy(() -> new SparkEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("role must be driver or worker, was executor");
    }

    @Test
    void descriptor_namesTheEnginesVersion() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SparkEngine.class.getResourceAsStream("/engine.json"))) {
            String descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(descriptor).containsPattern("\"version\": \"4\\.[0-9]+\\.[0-9]+\"");
        }
    }
}
