package io.heliometer.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TetherTest {
    @TempDir
    private Path folder;

    @Test
    void endOfInput_endsAForeignMain() throws Exception {
        Process child = start(tethered("wait"));
        try {
            Bounds.await("the ready line", Bounds.START, this::saidReady);
            child.getOutputStream().close();
            assertThat(child.waitFor(Bounds.START.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            assertThat(child.exitValue()).isEqualTo(143);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void endOfInput_endsAMainWhoseHooksHang() throws Exception {
        Process child = start(tethered("deaf"));
        try {
            Bounds.await("the ready line", Bounds.START, this::saidReady);
            child.getOutputStream().close();
            assertThat(child.waitFor(Bounds.START.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void main_keepsTheExitCodeOfAForeignMain() throws Exception {
        Process child = start(tethered("exit"));
        try {
            assertThat(child.waitFor(Bounds.START.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            assertThat(child.exitValue()).isEqualTo(7);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void openInput_letsTheMainLive() throws Exception {
        try (RunProcesses run = RunProcesses.open(folder)) {
            ChildSpec spec = ChildSpec.in(folder, "tethered", tethered("wait"))
                    .withReadyLine("HELIOMETER READY main");
            ChildProcess child = run.start(spec, line -> {});
            child.awaitReady(Bounds.START);
            assertThat(child.awaitExit(Duration.ofMillis(300))).isFalse();
        }
    }

    private static List<String> tethered(String main) {
        return JavaCommand.of(Mains.class.getName())
                .withArguments(main)
                .tethered()
                .commandLine();
    }

    private boolean saidReady() {
        return contentOf(log().toFile()).contains("HELIOMETER READY main");
    }

    private Path log() {
        return folder.resolve("tether.log");
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }
}
