package io.heliometer.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliometer.benchmarks.dummy.CommandLines;
import io.heliometer.benchmarks.dummy.Mode;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.results.run.Correctness;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.Recovery;
import io.heliometer.results.run.TrialRecord;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every way in which an engine can go wrong ends in its own Outcome, and leaves nothing running.
 */
final class MisbehavingEngineTest {
    private static TrialBench bench;
    private static EngineFolder dummy;
    private static Path work;

    @BeforeAll
    static void start(@TempDir Path folder)
            throws IOException, InterruptedException, URISyntaxException {
        Path classes = Path.of(Objects.requireNonNull(
                                MisbehavingEngineTest.class.getResource("/dummy/engine.json"))
                        .toURI())
                .getParent();
        List<String> classPath =
                List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        dummy = EngineFolder.of(Objects.requireNonNull(classes), classPath);
        work = folder;
        bench = new TrialBench(
                folder,
                TrialBench.smallWorkload(),
                Map.of(
                        "stall.timeout.seconds", "8",
                        "settle.millis", "300",
                        "stop.grace.seconds", "5",
                        "fault.after.seconds", "1",
                        "fault.spread.seconds", "1",
                        "worker.heap.mib", "128"),
                List.of(Address.KAFKA));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OK, COMPLETED, 0, 0, 0",
        "HANG, TIMED_OUT, -1, 0, 0",
        "LOSE_ONE_ROW, INCORRECT, 1, 0, 0",
        "WRITE_ONE_ROW_TWICE, INCORRECT, 0, 1, 0",
        "WRITE_ONE_WRONG_VALUE, INCORRECT, 0, 0, 1",
        "FAIL_TO_START, FAILED, -1, 0, 0",
        "START_LATE, COMPLETED, 0, 0, 0",
        "EXIT_IN_MID_RUN, FAILED, -1, 0, 0",
        "FLOOD_STDERR, COMPLETED, 0, 0, 0",
        "IGNORE_SIGTERM, FAILED, 0, 0, 0",
        "LEAVE_A_CHILD_BEHIND, FAILED, 0, 0, 0",
        "REPORT_DROPPED, ENGINE_DROPPED, 0, 0, 0"
    })
    void trial_endsInItsOutcome(
            Mode mode, Outcome outcome, long missing, long duplicate, long wrong)
            throws IOException, InterruptedException {
        TrialRecord trial = bench.run(dummy, "Q3", Map.of("mode", mode.setting()));

        Correctness correctness = Objects.requireNonNull(trial.correctness());
        assertThat(trial.outcome()).as("outcome, because: %s", trial.reason()).isEqualTo(outcome);
        assertThat(correctness.missing())
                .isEqualTo(missing < 0 ? correctness.expected() : Long.valueOf(missing));
        assertThat(correctness.duplicate()).isEqualTo(duplicate);
        assertThat(correctness.wrong()).isEqualTo(wrong);
        assertThat(trial.correctnessExamples().isEmpty())
                .isEqualTo(missing == 0 && duplicate + wrong == 0);
        assertThat(runningDummies()).isEmpty();
    }

    @Test
    void killedWorker_isStartedAgainAndItsRecoveryMeasured()
            throws IOException, InterruptedException {
        TrialRecord trial = bench.runWithFault(dummy, "Q3");

        Recovery recovery = Objects.requireNonNull(trial.recovery());
        assertThat(trial.outcome())
                .as("outcome, because: %s", trial.reason())
                .isIn(Outcome.COMPLETED, Outcome.GENERATOR_LIMITED);
        assertThat(trial.fault()).isEqualTo(TrialRecord.KILL_WORKER);
        assertThat(trial.guarantee()).isEqualTo(TrialRecord.EXACTLY_ONCE);
        assertThat(recovery.victim()).isEqualTo("worker-1");
        assertThat(recovery.injectedSeconds()).isBetween(1.0, 5.0);
        assertThat(Objects.requireNonNull(trial.correctness()).missing()).isZero();
        assertThat(runningDummies()).isEmpty();
    }

    /**
     * The dummy's processes, known by their job file, and the child that one of them leaves behind:
     * engines of another run on this machine are none of our business.
     */
    private static List<String> runningDummies() {
        return Stream.of("EngineMain worker-1 " + work, "sleep 300")
                .flatMap(text -> CommandLines.containing(text).stream())
                .toList();
    }
}
