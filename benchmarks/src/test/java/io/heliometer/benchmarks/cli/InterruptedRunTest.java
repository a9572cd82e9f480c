package io.heliometer.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.dummy.CommandLines;
import io.heliometer.benchmarks.dummy.DummyHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever ends the harness in mid-run: nothing is left running, and what was measured is in the
 * folder.
 */
final class InterruptedRunTest {
    private static final Duration FIRST_TRIAL = Duration.ofMinutes(2);
    private static final Duration ALL_GONE = Duration.ofSeconds(10);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @TempDir
    private Path folder;

    private Path run = Path.of("");
    private @Nullable Process started;

    @BeforeEach
    void startRun() throws IOException {
        run = folder.resolve("run");
        // The open-loop trial takes ten hours, so there is time to interrupt it.
        started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dheliometer.home=" + DummyHome.in(folder.resolve("home")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeliometerCli.class.getName(),
                        "run",
                        "--queries",
                        "Q3",
                        "--kinds",
                        "drain,open-loop",
                        "--devices",
                        "200",
                        "--minutes",
                        "600",
                        "--suite-set",
                        "openloop.min.minutes=600",
                        "--suite-set",
                        "openloop.rate=10",
                        "--out",
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("harness.log").toFile())
                .start();
    }

    private Process harness() {
        return Objects.requireNonNull(started);
    }

    @AfterEach
    void stop() {
        harness().destroyForcibly();
    }

    @Test
    void killedHarness_leavesNothingRunningAndKeepsWhatWasMeasured() throws IOException {
        awaitFirstTrial();
        assertThat(processes()).isNotEmpty();

        harness().destroyForcibly();

        assertThat(holdsWithin(ALL_GONE, () -> processes().isEmpty()))
                .as("left: %s", processes())
                .isTrue();
        assertThat(trials()).hasSize(1);
        assertThat(Files.readString(run.resolve("run.json"))).contains("\"endedAt\"");
    }

    @Test
    void interruptedHarness_saysSoInTheRecordAndWritesTheReport()
            throws IOException, InterruptedException {
        awaitFirstTrial();

        new ProcessBuilder("kill", "-INT", Long.toString(harness().pid()))
                .start()
                .waitFor();

        assertThat(harness().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(holdsWithin(ALL_GONE, () -> processes().isEmpty()))
                .as("left: %s", processes())
                .isTrue();
        assertThat(harness().exitValue()).isEqualTo(130);
        assertThat(trials()).hasSize(1);
        assertThat(Files.readString(run.resolve("run.json")).replace(" ", ""))
                .contains("\"interrupted\":true");
        assertThat(run.resolve("report.html")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("harness.log")))
                .contains(
                        "Interrupted. What was measured is in",
                        "Run it again, into a folder of its own, with: ./heliometer run");
    }

    private void awaitFirstTrial() throws IOException {
        boolean there =
                holdsWithin(FIRST_TRIAL, () -> !trials().isEmpty() || !harness().isAlive());
        assertThat(there && harness().isAlive())
                .as(
                        "a first trial, the harness said: %s",
                        Files.readString(folder.resolve("harness.log")))
                .isTrue();
    }

    private List<String> trials() {
        try {
            Path file = run.resolve("trials.jsonl");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Every process of this run but the harness itself: their command lines name the run's folder.
     */
    private List<String> processes() {
        return CommandLines.containing(run.toString()).stream()
                .filter(line -> !line.contains(HeliometerCli.class.getName()))
                .toList();
    }

    private static boolean holdsWithin(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }
}
