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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Role role = new Role("master-1", TestTask.job(plan("Q3"), folder));

        assertThatThrownBy(() -> new KStreamsEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("role must be instance-<number>, was master-1");
    }

    @Test
    void unknownQuery_isRefused() throws IOException {
        Role role = new Role("instance-1", TestTask.job(plan("Q9"), folder));

        assertThatThrownBy(() -> new KStreamsEngine().run(role))
                .isInstanceOf(UsageException.class)
                .hasMessage("query must be one of Q0, Q1, Q2, Q3, Q5, Q6, M, was Q9");
    }

    @ParameterizedTest
    @CsvSource({
        "Q0, validate-readings, reject-counts",
        "Q2, enrich-readings, announced-versions",
        "Q3, string-rollup, string-rollup-totals",
        "Q5, peer-comparison, peer-comparison-totals",
        "Q6, silent-devices, device-times"
    })
    void topology_isNamedAndHasNoRepartitionTopic(String query, String processor, String store)
            throws IOException {
        var job = TestTask.job(plan(query), folder);

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
    void plantMonitor_isOneChainOfProcessors() throws IOException {
        var job = TestTask.job(plan("M"), folder);

        String topology = Topology.of(job, EngineSettings.of(job), new DroppedRecords())
                .describe()
                .toString();

        assertThat(topology.lines().map(String::strip).filter(line -> line.contains("Processor:")))
                .containsExactlyInAnyOrder(
                        "Processor: validate-readings (stores: [reject-counts])",
                        "Processor: deduplicate-readings (stores: [retransmission-counts,"
                                + " seen-readings])",
                        "Processor: enrich-readings (stores: [announced-versions])",
                        "Processor: string-rollup (stores: [string-rollup-totals])",
                        "Processor: peer-comparison (stores: [peer-comparison-totals])",
                        "Processor: silent-devices (stores: [device-times])");
        assertThat(topology)
                .contains("--> deduplicate-readings, enrich-readings, rejects, results")
                .contains("--> peer-comparison, rejects, silent-devices, string-rollup")
                .doesNotContain("repartition")
                .doesNotContain("Sub-topology: 1");
    }

    @ParameterizedTest
    @CsvSource({"Q1, 2", "Q2, 2", "Q3, 1", "Q5, 0", "Q6, 0", "M, 1"})
    void recordBehindTheWatermark_isCountedNotAdded(String query, int rows) throws IOException {
        // Cannot happen in a partition written in order of received time; here it is not.
        try (TestTask task = new TestTask(plan(query), 0, folder("one"), null);
                TestTask twin = new TestTask(plan(query), 0, folder("two"), null)) {
            List.of(sample(1, 3_000_000), sample(2, 0), sample(3, 3_000_000), flush())
                    .forEach(task::accept);
            List.of(sample(1, 3_000_000), sample(3, 3_000_000), flush()).forEach(twin::accept);

            assertThat(task.droppedCount()).isEqualTo(1);
            assertThat(task.results()).hasSize(rows).isEqualTo(twin.results());
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q0", "Q1", "Q2", "Q3", "Q5", "Q6", "M"})
    void revivedTask_startsWithANewClock(String query) throws IOException {
        // A corrupted task reads again from its last commit, with the processors that it had.
        try (TestTask task = new TestTask(plan(query), 0, folder, null)) {
            task.accept(sample(1, 3_000_000));
            task.revive();
            task.accept(sample(2, 0));

            assertThat(task.droppedCount()).isZero();
        }
    }

    private static ScheduledRecord sample(long sequence, long timeMillis) {
        PanelReading reading = new PanelReading(
                0, sequence, timeMillis, timeMillis, 34_000, 10_000, 2_500, 0, false);
        return new ScheduledRecord(0, 0, timeMillis, ReadingCodec.encode(reading));
    }

    private static ScheduledRecord flush() {
        long timeMillis = plan("Q3").workload().horizon().flushTimeMillis();
        byte[] payload = ReadingCodec.encode(PanelReading.flushAt(timeMillis));
        return new ScheduledRecord(0, 0, timeMillis, payload);
    }

    private static TestTask.Plan plan(String query) {
        GoldenCase any = GoldenCase.all("Q3").findFirst().orElseThrow();
        return new TestTask.Plan(any, query, "default");
    }
}
