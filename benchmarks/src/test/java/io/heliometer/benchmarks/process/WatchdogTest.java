package io.heliometer.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
    @TempDir
    private Path folder;

    @Test
    void killedHarness_leavesNothingBehind() throws Exception {
        assumeTrue(ProcFiles.present(), "needs /proc");
        try (RunProcesses run = RunProcesses.open(folder)) {
            Path inner = Files.createDirectory(folder.resolve("inner"));
            Queue<String> events = new ConcurrentLinkedQueue<>();
            ChildSpec spec = ChildSpec.in(
                            folder, "harness", Mains.command("harness", inner.toString()))
                    .withReadyLine("HELIOMETER READY harness");
            ChildProcess harness = run.start(spec, events::add);
            harness.awaitReady(Bounds.START);
            RunToken token = new RunToken(Files.readString(inner.resolve("token")));
            assertThat(ProcessTable.carrying(token)).hasSize(3);
            Bounds.await("the ready event", Bounds.START, () -> !events.isEmpty());
            String event = events.remove();
            long watchdog = Long.parseLong(event.substring(event.indexOf('=') + 1));

            harness.kill();

            Bounds.await(
                    "end of all children",
                    Bounds.WATCHDOG,
                    () -> ProcessTable.carrying(token).isEmpty());
            Bounds.await(
                    "end of the watchdog", Bounds.WATCHDOG, () -> !ProcessTable.runs(watchdog));
        }
    }

    @Test
    void close_endsTheWatchdog() throws Exception {
        RunProcesses run = RunProcesses.open(folder);
        long watchdog = run.watchdogPid();
        assertThat(ProcessTable.runs(watchdog)).isTrue();

        run.close();

        Bounds.await("end of the watchdog", Bounds.WATCHDOG, () -> !ProcessTable.runs(watchdog));
    }

    @Test
    void token_isNotInTheHarnessItself() throws Exception {
        try (RunProcesses run = RunProcesses.open(folder)) {
            assertThat(System.getenv(RunToken.VARIABLE))
                    .isNotEqualTo(run.token().value());
        }
    }
}
