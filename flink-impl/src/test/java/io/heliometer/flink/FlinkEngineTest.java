package io.heliometer.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import io.heliometer.flink.testkit.Jobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class FlinkEngineTest {
    @Test
    void classPath_holdsExactlyThisEngine() {
        assertThat(ServiceLoader.load(Engine.class))
                .singleElement()
                .isInstanceOf(FlinkEngine.class);
    }

    @Test
    void unknownRole_isRefused() {
        Role role = new Role("worker-1", Jobs.of(Path.of("unused"), "default", Map.of()));

        assertThatThrownBy(() -> new FlinkEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("role must be jobmanager or taskmanager, was worker");
    }

    @Test
    void jobWithoutJobFile_isRefused() {
        assertThatThrownBy(() -> FlinkEngine.main(new String[0]))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("<job file>");
    }

    @Test
    void descriptor_namesTheEnginesVersion() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FlinkEngine.class.getResourceAsStream("/engine.json"))) {
            String descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(descriptor).containsPattern("\"version\": \"2\\.[0-9]+\\.[0-9]+\"");
        }
    }
}
