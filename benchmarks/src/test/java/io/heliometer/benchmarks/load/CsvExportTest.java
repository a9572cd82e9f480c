package io.heliometer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliometer.common.engine.UsageException;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.WorkloadDigest;
import io.heliometer.common.workload.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvExportTest {
    private static final WorkloadSpec SPEC =
            new WorkloadSpec(1, 400, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 20, Disorder.FIELD);

    @TempDir
    private Path folder;

    @Test
    void export_holdsEveryRecordButTheMarkers() throws IOException {
        SimulatedWorkload workload = new SimulatedWorkload(SPEC);
        List<Path> files = new CsvExport(workload).write(folder.resolve("new"));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "registry.csv", "registry-changes.csv", "weather.csv", "panel.csv");
        assertThat(Files.readAllLines(files.get(0))).hasSize(1 + 400);
        int changes = Files.readAllLines(files.get(1)).size() - 1;
        assertThat(changes).isPositive();
        assertThat(Files.readAllLines(files.get(2))).hasSize(1 + 2 * 20);
        long records = WorkloadDigest.of(workload).count() - 2 * 2 - changes;
        assertThat(Files.readAllLines(files.get(3))).hasSize(Math.toIntExact(1 + records));
    }

    @Test
    void everyLine_hasAsManyColumnsAsItsHeader() throws IOException {
        for (Path file : new CsvExport(new SimulatedWorkload(SPEC)).write(folder.resolve("new"))) {
            List<String> lines = Files.readAllLines(file);
            long commas = lines.get(0).chars().filter(c -> c == ',').count();

            assertThat(lines)
                    .allMatch(line -> line.chars().filter(c -> c == ',').count() == commas);
        }
    }

    @Test
    void folderWithContent_isRefused() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "keep");

        assertThatThrownBy(() -> new CsvExport(new SimulatedWorkload(SPEC)).write(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("must be empty");
    }
}
