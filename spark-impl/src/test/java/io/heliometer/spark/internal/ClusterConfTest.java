package io.heliometer.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.common.engine.Job;
import io.heliometer.spark.EngineSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClusterConfTest {
    @Test
    void executor_getsHeapOfItsRoleAndSlotsForItsShareOfPartitions() throws IOException {
        assertThat(application(job(5, 2), List.of()))
                .containsEntry("spark.executor.memory", "768m")
                .containsEntry("spark.executor.cores", "3")
                .containsEntry("spark.executor.extraClassPath", "a.jar:b.jar");
    }

    @Test
    void realTimeVariant_hasSlotsLeftForBatches() throws IOException {
        Map<String, String> values = new HashMap<>(values(4, 2));
        values.put("variant", "realtime");

        assertThat(application(new Job(values), List.of()))
                .containsEntry("spark.executor.cores", "4");
    }

    @Test
    void executor_sharesCollectorAndTemporaryFolderButNotHeapWithDriver() throws IOException {
        List<String> flags = List.of(
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Djava.io.tmpdir=/a folder");

        assertThat(application(job(4, 2), flags))
                .containsEntry(
                        "spark.executor.extraJavaOptions",
                        "\"-XX:+UseSerialGC\" \"-Djava.io.tmpdir=/a folder\"");
    }

    @Test
    void executor_needsNoInstallationOfSpark() throws IOException {
        assertThat(application(job(4, 2), List.of()))
                .containsEntry("spark.executorEnv.SPARK_SQL_TESTING", "1")
                .containsEntry("spark.executorEnv.SPARK_SCALA_VERSION", "2.13")
                .containsEntry("spark.executorEnv.SPARK_LOCAL_IP", "127.0.0.1");
    }

    @Test
    void driver_callsTheMasterOnItsReservedPort() throws IOException {
        assertThat(application(job(4, 2), List.of()))
                .containsEntry("spark.master", "spark://127.0.0.1:37077")
                .containsEntry("spark.driver.host", "127.0.0.1")
                .containsEntry("spark.driver.bindAddress", "127.0.0.1")
                .containsEntry("spark.ui.enabled", "false");
    }

    @Test
    void daemon_bindsItsPageToLoopback() {
        LoopbackConf daemon = ClusterConf.daemon();

        assertThat(daemon.getenv("SPARK_LOCAL_IP")).isEqualTo("127.0.0.1");
        assertThat(daemon.get("spark.deploy.maxExecutorRetries")).isEqualTo("-1");
        assertThat(daemon.getenv("PATH")).isEqualTo(System.getenv("PATH"));
    }

    private static Map<String, String> application(Job job, List<String> flags) throws IOException {
        return ClusterConf.application(job, EngineSettings.of(job), flags, "a.jar:b.jar");
    }

    private static Job job(int partitions, int workers) {
        return new Job(values(partitions, workers));
    }

    private static Map<String, String> values(int partitions, int workers) {
        return Map.of(
                "query", "Q0",
                "variant", "default",
                "application.id", "test",
                "work.dir", "unused",
                "partitions", Integer.toString(partitions),
                "count.worker", Integer.toString(workers),
                "heap.worker", "768",
                "port.driver-1.master", "37077");
    }
}
