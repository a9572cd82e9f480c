package io.heliometer.benchmarks.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliometer.benchmarks.client.Clients;
import io.heliometer.benchmarks.client.RecordReader;
import io.heliometer.benchmarks.client.RecordSender;
import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.ProcessTable;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.common.workload.ScheduledRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped where the module kinesis-local is not packaged, as in {@code mvn test}. */
final class KinesisProcessTest {
    private static final Path HOME = Path.of("").toAbsolutePath().resolveSibling("");
    private static final int COUNT = 3_000;

    @TempDir
    private Path folder;

    @Test
    void transport_carriesRecordsInOrderAndLeavesNothingBehind() throws Exception {
        assumeTrue(
                Files.exists(HOME.resolve("kinesis-local/target/kinesis-local.classpath")),
                "kinesis-local is not packaged: run mvn verify");
        RunProcesses run = RunProcesses.open(folder);
        try (run;
                KinesisProcess kinesis = start(run)) {
            kinesis.createTopics(List.of(TopicSpec.createTime("readings", 2)));
            kinesis.register("application");
            try (KinesisExternal external = KinesisExternal.connect(kinesis.address())) {
                assertThat(external.streamNames()).containsExactly("readings");
            }
            long before = System.currentTimeMillis();
            send(kinesis.address());

            List<String> partitionOne = read(kinesis.address(), before);

            assertThat(partitionOne)
                    .hasSize(COUNT / 2)
                    .isSortedAccordingTo(
                            (a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
            assertThat(kinesis.serverCpuMillis().orElse(0)).isPositive();
            assertThat(kinesis.throttledCount()).isZero();
            kinesis.unregister("application");
            kinesis.unregister("application");
            kinesis.deleteTopics(List.of("readings", "never-created"));
        } catch (TransportUnavailable e) {
            assumeTrue(false, e.getMessage());
        }
        assertThat(ProcessTable.carrying(run.token())).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private KinesisProcess start(RunProcesses run) throws Exception {
        return KinesisProcess.start(
                new KinesisSettings(
                        HOME,
                        folder.resolve("logs"),
                        folder.resolve("data"),
                        CpuSplit.none("a test"),
                        false),
                run);
    }

    private static void send(Address address) throws InterruptedException {
        try (RecordSender sender = Clients.sender(address, "readings", true)) {
            for (int i = 0; i < COUNT; i++) {
                byte[] payload = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
                sender.send(new ScheduledRecord(i % 2, i, 0, payload));
            }
            sender.flush();
        }
    }

    private static List<String> read(Address address, long notBefore) throws InterruptedException {
        List<String> odd = new ArrayList<>();
        try (RecordReader reader = Clients.reader(address, List.of("readings"))) {
            do {
                reader.poll((topic, appendMillis, payload) -> {
                    assertThat(appendMillis).isGreaterThanOrEqualTo(notBefore);
                    String text = new String(payload, StandardCharsets.UTF_8);
                    if (Integer.parseInt(text) % 2 == 1) {
                        odd.add(text);
                    }
                });
            } while (!reader.isAtEnd());
        }
        return odd;
    }

    @Test
    void serviceThatDoesNotAnswer_isUnavailable() {
        Address nobody = Address.kinesis(
                "us-east-1",
                java.util.Optional.of("http://127.0.0.1:1"),
                java.util.Optional.of("http://127.0.0.1:1"));

        assertThatThrownBy(() -> KinesisExternal.connect(nobody))
                .isInstanceOf(TransportUnavailable.class)
                .hasMessageContaining("check kinesis.region");
    }
}
