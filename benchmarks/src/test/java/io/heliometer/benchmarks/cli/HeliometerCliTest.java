package io.heliometer.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.dummy.DummyHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input gives a message that names the thing and the next step, and the right exit code. */
final class HeliometerCliTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void capture() throws IOException {
        System.setProperty(
                "heliometer.home", DummyHome.in(folder.resolve("home")).toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.clearProperty("heliometer.home");
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --engine dummy                | --engine",
                "run --engines dumy                | unknown engine dumy; did you mean dummy?",
                "run --queries Q33                 | unknown query Q33; did you mean Q3?",
                "run --suite quickly               | suite must be one of [quick], was quickly",
                "run --devices many                | --devices",
                "run --devices 0                   | devices must be 1..",
                "run --variant fastest             | unknown variant fastest; did you mean",
                "run --set dummy.mod=ok            | unknown setting of dummy: mod; the nearest known one is mode",
                "run --set mode=ok                 | --set must be <engine>.<setting>=<value>, was mode=ok",
                "run --set dumy.mode=ok            | unknown engine dumy; did you mean dummy?",
                "run --suite-set device=3          | the nearest known one is devices",
                "run --suite-set disorder.late.ppm=many    | disorder.late.ppm must be an integer, was many",
                "run --suite-set disorder.late.ppm=-1      | disorder.late.ppm must be 0..1000000, was -1",
                "run --suite-set disorder.late.ppm=1000000 | must be <= 1000000, was 1100500",
                "run --profile flat                        | openloop.profile must be one of [constant, diurnal, step, burst, ramp], was flat",
                "run --suite-set fault.percent=-1          | fault.percent must be 0..10000, was -1",
                "generate --out x --suite-set fleet.skew=301 | fleet.skew must be 0..300, was 301",
                "run --mapping m.properties        | --mapping must stand with --input",
                "run --input somewhere --devices 3 | must not stand with --input",
                "run --input nowhere               | nowhere",
                "generate                          | --out",
                "fleet                             | --svg",
                "fleet --svg x.svg --sites 0       | sites must be within 1..12, was 0",
                "fleet --svg x.svg --sites 2 --devices 200 | sites must be within 1..1 for 200 devices, was 2",
                "fleet --svg x.svg --day tomorrow  | --day",
                "fleet --svg x.svg --devices 0     | devices must be >= 1, was 0",
                "fleet --svg x.svg --fault-percent -1 | faultPercent must be >= 0, was -1",
                "fleet --svg nowhere/x.svg         | svg must be a file in a folder that exists",
                "launch                            | launch",
                "''                                | Usage"
            })
    void wrongUsage_isNamed(String line, String message) {
        int code = HeliometerCli.execute(
                line.isEmpty() ? new String[0] : line.strip().split(" +", -1));

        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void existingRunFolder_isRefused() throws IOException {
        Path existing = Files.createDirectories(folder.resolve("old"));
        Files.writeString(existing.resolve("run.json"), "{}");

        int code = HeliometerCli.execute("run", "--out", existing.toString());

        assertThat(err.toString(StandardCharsets.UTF_8)).contains(existing.toString());
        assertThat(code).isEqualTo(2);
    }

    @Test
    void portInUse_isNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            int code = HeliometerCli.execute(
                    "run", "--broker-port", port, "--out", folder.resolve("run").toString());

            assertThat(err.toString(StandardCharsets.UTF_8)).contains(port);
            assertThat(code).isEqualTo(3);
        }
    }

    @Test
    void rootWithoutEngines_isNamed() {
        System.setProperty("heliometer.home", folder.resolve("home/dummy-impl").toString());

        assertThat(HeliometerCli.execute("list")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no engine found below");
    }

    @Test
    void engineThatIsNotBuilt_isNamedWithTheCommand() throws IOException {
        Files.delete(folder.resolve("home/dummy-impl/target/engine.classpath"));

        assertThat(HeliometerCli.execute("list")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("dummy-impl is not built", "mvn");
    }

    @Test
    void fleet_drawsADay() throws IOException {
        Path svg = folder.resolve("day.svg");

        int code = HeliometerCli.execute(
                "fleet", "--svg", svg.toString(), "--sites", "2", "--devices", "400");

        assertThat(code).isZero();
        assertThat(Files.readString(svg))
                .startsWith("<svg")
                .contains("<title id=\"fleet-title\">A simulated day: 2026-06-21 (UTC)</title>")
                .contains("<desc", "Site 0", "Site 1", "kW to the grid")
                .doesNotContain("Site 2", "NaN", "Infinity");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 sites");
    }

    @Test
    void list_showsEnginesQueriesAndSuites() {
        assertThat(HeliometerCli.execute("list")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("dummy", "Q0", "Q3", "quick");
    }

    @Test
    void doctor_checksEverythingAndSaysWhatToDo() {
        int code = HeliometerCli.execute("doctor", "--out", folder.toString());

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).anyMatch(line -> line.startsWith("ok"));
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("warn") || line.startsWith("fail")))
                .as("each finding that is not ok is followed by a next step")
                .allMatch(line -> lines.get(lines.indexOf(line) + 1).contains("->"));
        assertThat(code).isIn(0, 3);
    }

    @Test
    void generate_writesReadableFiles() {
        Path data = folder.resolve("data");

        assertThat(HeliometerCli.execute(
                        "generate", "--devices", "20", "--minutes", "2", "--out", data.toString()))
                .isZero();
        assertThat(data.resolve("panel.csv")).isNotEmptyFile();
    }
}
