package io.heliometer.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    private Path folder;

    private RunProcesses run;

    @BeforeEach
    void open() throws IOException {
        run = RunProcesses.open(folder);
    }

    @AfterEach
    void close() {
        run.close();
        assertThat(ProcessTable.carrying(run.token())).isEmpty();
    }

    @Test
    void listener_getsTheEventsInOrder() throws Exception {
        Queue<String> events = new ConcurrentLinkedQueue<>();
        ChildProcess child = run.start(spec("events"), events::add);

        assertThat(child.awaitExit(Bounds.START)).isTrue();

        assertThat(events).containsExactly("HELIOMETER READY worker", "HELIOMETER DONE 42");
        assertThat(child.exitCode()).hasValue(0);
        assertThat(child.outLog()).content().contains("something else");
    }

    @Test
    void listener_thatThrowsHoldsNothingUp() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        ChildProcess child = run.start(spec("events"), line -> {
            calls.incrementAndGet();
            throw new IllegalStateException("expected by the test: " + line);
        });

        assertThat(child.awaitExit(Bounds.START)).isTrue();

        assertThat(calls).hasValue(2);
    }

    @Test
    void flood_isCappedAndHarmless() throws Exception {
        Queue<String> events = new ConcurrentLinkedQueue<>();
        ChildProcess child = run.start(spec("flood").withCountedText("of a flood"), events::add);

        assertThat(child.awaitExit(Bounds.START)).isTrue();

        assertThat(events).containsExactly("HELIOMETER DONE flood");
        assertThat(child.countedLineCount()).isEqualTo(200_000);
        assertThat(Files.size(child.errLog())).isLessThan(ChildProcess.LOG_LIMIT_BYTES + 100);
    }

    @Test
    void cappedLog_saysThatItIsTruncated() throws IOException {
        Path file = folder.resolve("capped.log");
        try (CappedLog log = new CappedLog(file, 5)) {
            log.write("abcdefgh".getBytes(StandardCharsets.UTF_8), 8);
        }
        assertThat(file).hasContent("abcde\n[log truncated]\n");
    }

    @Test
    void awaitReady_failsEarlyWithExitCodeCauseAndLastLines() throws Exception {
        ChildProcess child = run.start(spec("exit").withReadyLine("HELIOMETER READY"), line -> {});

        assertThatThrownBy(() -> child.awaitReady(Bounds.START))
                .isInstanceOf(ChildFailure.class)
                .hasMessageContaining("exit ended with exit code 7 before it was ready")
                .hasMessageContaining("ERROR the cause")
                .hasMessageContaining("cannot work today");
    }

    @Test
    void awaitReady_isBounded() throws Exception {
        ChildProcess child = run.start(spec("wait").withReadyLine("never said"), line -> {});

        assertThatThrownBy(() -> child.awaitReady(Duration.ofMillis(50)))
                .isInstanceOf(ChildFailure.class)
                .hasMessageContaining("was not ready within 50 ms");
        assertThat(child.stop(Bounds.GRACE)).isEqualTo(StopResult.STOPPED);
    }

    @Test
    void stop_endsAChildThatHeedsSigterm() throws Exception {
        ChildProcess child = ready("wait");

        assertThat(child.stop(Bounds.GRACE)).isEqualTo(StopResult.STOPPED);

        assertThat(child.exitCode()).hasValue(143);
        assertThat(child.stop(Bounds.GRACE)).isEqualTo(StopResult.ALREADY_ENDED);
    }

    @Test
    void stop_killsAChildThatIgnoresSigterm() throws Exception {
        ChildProcess child = ready("deaf");

        assertThat(child.stop(Duration.ofMillis(200))).isEqualTo(StopResult.KILLED);

        assertThat(child.exitCode()).hasValue(137);
    }

    @Test
    void stop_killsAStoppedChild() throws Exception {
        ChildProcess child = ready("wait");
        assertThat(Signal.STOP.send(child.pid())).isTrue();

        assertThat(child.stop(Duration.ofMillis(200))).isEqualTo(StopResult.KILLED);
    }

    @Test
    void usage_coversALivingChild() throws Exception {
        ChildProcess child = ready("wait");

        ResourceUsage usage = child.usage();

        assertThat(usage.processCount()).isEqualTo(1);
        assertThat(usage.cpuMillis()).isPositive();
        assertThat(usage.residentBytes().orElseThrow()).isGreaterThan(1L << 20);
        assertThat(usage.peakResidentBytes().orElseThrow())
                .isGreaterThanOrEqualTo(usage.residentBytes().orElseThrow());
        child.stop(Bounds.GRACE);
        assertThat(child.usage().processCount()).isZero();
    }

    @Test
    void orphan_isFoundByItsTokenAndKilled() throws Exception {
        Queue<String> events = new ConcurrentLinkedQueue<>();
        ChildProcess parent = run.start(spec("parent"), events::add);
        assertThat(parent.awaitExit(Bounds.START)).isTrue();
        Bounds.await("the pid of the orphan", Bounds.START, () -> !events.isEmpty());
        long orphan = Long.parseLong(events.remove().substring("HELIOMETER CHILD ".length()));

        List<KilledProcess> killed = run.stopAll(Bounds.GRACE);

        assertThat(killed).extracting(KilledProcess::pid).containsExactly(orphan);
        assertThat(ProcessTable.runs(orphan)).isFalse();
    }

    @Test
    void scope_isCleanedUpAlone() throws Exception {
        ChildProcess broker = ready("wait");
        RunProcesses trial = run.scope("trial-1");
        ChildProcess worker = trial.start(spec("tethered").withReadyLine("READY"), line -> {});
        worker.awaitReady(Bounds.START);

        trial.close();

        assertThat(worker.alive()).isFalse();
        assertThat(broker.alive()).isTrue();
    }

    private ChildProcess ready(String main) throws IOException, InterruptedException {
        ChildProcess child =
                run.start(spec(main).withReadyLine("HELIOMETER READY main"), line -> {});
        child.awaitReady(Bounds.START);
        return child;
    }

    private ChildSpec spec(String main) {
        return ChildSpec.in(folder, main, Mains.command(main));
    }
}
