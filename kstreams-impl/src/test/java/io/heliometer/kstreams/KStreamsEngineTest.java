package io.heliometer.kstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.Engine;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.model.PanelReading;
import io.heliometer.common.testkit.GoldenCase;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.kstreams.internal.DroppedRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KStreamsEngineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void serviceLoader_findsTheEngine() {
        assertThat(ServiceLoader.load(Engine.class))
                .singleElement()
                .isInstanceOf(KStreamsEngine.class);
    }

    @Test
    void description_namesTheVersionThatRuns() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(KStreamsEngine.class.getResourceAsStream("/engine.json"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"name\": \"kstreams\"")
                    .contains("\"version\": \""
                            + org.apache.kafka.common.utils.AppInfoParser.getVersion() + "\"");
        }
    }

    @Test
    void unknownRole_isRefused() throws IOException {
        Role role = new Role("master-1", TestTask.job(anyCase(), "Q3", "default", folder));

        assertThatThrownBy(() -> new KStreamsEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("role must be instance-<number>, was master-1");
    }

    @Test
    void unknownQuery_isRefused() throws IOException {
        Role role = new Role("instance-1", TestTask.job(anyCase(), "Q9", "default", folder));

        assertThatThrownBy(() -> new KStreamsEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("query must be one of Q0, Q3, was Q9");
    }

    @ParameterizedTest
    @CsvSource({"Q0, validate-readings, reject-counts", "Q3, string-rollup, string-rollup-totals"})
    void topology_isNamedAndHasNoRepartitionTopic(String query, String processor, String store)
            throws IOException {
        var job = TestTask.job(anyCase(), query, "default", folder);

        String topology = Topology.of(job, EngineSettings.of(job), new DroppedRecords())
                .describe()
                .toString();

        assertThat(topology)
                .contains("Source: panel-readings (topics: [panel])")
                .contains("Processor: " + processor + " (stores: [" + store + "])")
                .contains("Sink: results (topic: results)")
                .doesNotContain("repartition")
                .doesNotContain("Sub-topology: 1");
    }

    @Test
    void recordOfAClosedWindow_isCountedNotAdded() throws IOException {
        // Cannot happen in a partition written in order of received time; here it is not.
        try (TestTask task = new TestTask(anyCase(), "Q3", "default", folder)) {
            task.accept(sample(3_000_000));
            task.accept(sample(0));
            task.accept(sample(3_000_000));

            assertThat(task.droppedCount()).isEqualTo(1);
            assertThat(task.results()).isEmpty();
        }
    }

    private static ScheduledRecord sample(long timeMillis) {
        PanelReading reading =
                new PanelReading(0, 1, timeMillis, timeMillis, 34_000, 10_000, 2_500, 0, false);
        return new ScheduledRecord(0, 0, timeMillis, ReadingCodec.encode(reading));
    }

    private static GoldenCase anyCase() {
        return GoldenCase.all("Q3").findFirst().orElseThrow();
    }
}
