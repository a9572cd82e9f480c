package io.heliometer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.testkit.GoldenCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.kinesis.retrieval.RetrievalConfig;

final class KinesisEngineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void serviceLoader_findsTheEngine() {
        assertThat(ServiceLoader.load(Engine.class))
                .singleElement()
                .isInstanceOf(KinesisEngine.class);
    }

    @Test
    void description_namesTheVersionThatRuns() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(KinesisEngine.class.getResourceAsStream("/engine.json"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"name\": \"kinesis\"")
                    .contains("\"version\": \""
                            + RetrievalConfig.KINESIS_CLIENT_LIB_USER_AGENT_VERSION + "\"");
        }
    }

    @Test
    void unknownRole_isRefused() throws IOException {
        Role role = new Role("master-1", job("Q3"));

        assertThatThrownBy(() -> new KinesisEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("role must be worker-<number>, was master-1");
    }

    @Test
    void unknownQuery_isRefused() throws IOException {
        Role role = new Role("worker-1", job("Q9"));

        assertThatThrownBy(() -> new KinesisEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was Q9");
    }

    private Job job(String query) throws IOException {
        return TestShard.job(GoldenCase.all("Q3").findFirst().orElseThrow(), query, folder);
    }
}
