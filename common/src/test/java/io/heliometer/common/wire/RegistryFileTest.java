package io.heliometer.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.heliometer.common.fleet.Fleet;
import io.heliometer.common.fleet.FleetSpec;
import io.heliometer.common.model.Panel;
import io.heliometer.common.model.PanelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryFileTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("registry.pb");

    @BeforeEach
    void placeFile() {
        file = folder.resolve("registry.pb");
    }

    @Test
    void read_invertsWrite() throws IOException {
        PanelRegistry fleet = Fleet.of(new FleetSpec(1, 450)).registry();

        RegistryFile.write(fleet, file);
        PanelRegistry read = RegistryFile.read(file);

        assertThat(read.panels()).isEqualTo(fleet.panels());
        assertThat(read.samplingPeriodMillis()).isEqualTo(fleet.samplingPeriodMillis());
    }

    @Test
    void roundTrip_keepsEveryColumnApart() throws IOException {
        Panel panel = new Panel(1, 2, 3, 4, 5, 6_000_000_000L, 7, 8, 9, 10, -11, -12, 1);

        RegistryFile.write(new PanelRegistry(1_000, List.of(panel)), file);

        assertThat(RegistryFile.read(file).panels()).containsExactly(panel);
    }

    @Test
    void write_replacesALongerFile() throws IOException {
        RegistryFile.write(Fleet.of(new FleetSpec(1, 450)).registry(), file);
        RegistryFile.write(Fleet.of(new FleetSpec(1, 3)).registry(), file);

        assertThat(RegistryFile.read(file).panels()).hasSize(3);
    }

    @Test
    void read_rejectsAnAbsentFile() {
        assertThatIOException()
                .isThrownBy(() -> RegistryFile.read(file))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void read_rejectsWhatIsNoRegistry() throws IOException {
        Files.writeString(file, "device,string\n1,2\n");

        assertThatIOException().isThrownBy(() -> RegistryFile.read(file));
    }

    /** No bytes are a valid message of defaults, but no registry: its sampling period is 0. */
    @Test
    void read_rejectsAnEmptyFile() throws IOException {
        Files.createFile(file);

        assertThatIOException()
                .isThrownBy(() -> RegistryFile.read(file))
                .withMessage("registry file must be a registry, was not: " + file);
    }
}
