package io.heliometer.common.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.time.Lateness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobTest {
    @TempDir
    private Path folder;

    @Test
    void read_invertsWrite() throws IOException {
        Path file = folder.resolve("job.properties");
        new Job(Map.of(
                        "query", "Q3",
                        "partitions", "4",
                        "horizon.start", "0",
                        "horizon.end", "60000",
                        "lateness", "120000",
                        "port.coordinator-1.rest", "8081",
                        "work.dir", "a = b: \u00e9",
                        "setting.threads", "2"))
                .write(file);

        Job job = Job.read(file);

        assertThat(job.query()).isEqualTo("Q3");
        assertThat(job.partitions()).isEqualTo(4);
        assertThat(job.horizon()).isEqualTo(new Horizon(0, 60_000));
        assertThat(job.lateness()).isEqualTo(Lateness.SPEC);
        assertThat(job.port("coordinator-1", "rest")).isEqualTo(8_081);
        assertThat(job.workDir()).isEqualTo(Path.of("a = b: \u00e9"));
        assertThat(job.settings()).isEqualTo(Map.of("threads", "2"));
    }

    @Test
    void missingKey_isNamed() {
        Job job = new Job(Map.of());

        assertThatThrownBy(job::query)
                .isInstanceOf(UsageException.class)
                .hasMessage("job key query must be set; see io.heliometer.common.engine.Job");
        assertThatThrownBy(() -> job.heapMiB("worker"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("job key heap.worker must be set");
        assertThatThrownBy(() -> job.port("worker-1", "rest"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("job key port.worker-1.rest must be set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"four", "", "4.0", "99999999999999999999"})
    void number_mustBeAnInteger(String value) {
        Job job = new Job(Map.of("partitions", value));

        assertThatThrownBy(job::partitions)
                .isInstanceOf(UsageException.class)
                .hasMessage("job key partitions must be an integer, was " + value);
    }

    @Test
    void count_mustFitIn32Bits() {
        Job job = new Job(Map.of("count.worker", "2147483648"));

        assertThatThrownBy(() -> job.count("worker"))
                .isInstanceOf(UsageException.class)
                .hasMessage("job key count.worker must fit in 32 bits, was 2147483648");
    }
}
