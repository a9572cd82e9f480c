package io.heliometer.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    @Test
    void freePorts_areDistinctAndFree() {
        List<Integer> ports = FreePorts.find(20);

        assertThat(ports).doesNotHaveDuplicates().hasSize(20).allMatch(FreePorts::free);
    }

    @Test
    void free_isFalseForAPortInUse() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.free(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void shortCommand_saysThatAProgramIsMissing() throws Exception {
        CommandResult result =
                ShortCommand.run(List.of("no-such-program-here"), Duration.ofSeconds(5));

        assertThat(result.status()).isEqualTo(CommandResult.Status.MISSING);
    }

    @Test
    void shortCommand_isBounded() throws Exception {
        CommandResult result = ShortCommand.run(Mains.command("wait"), Duration.ofMillis(100));

        assertThat(result.status()).isEqualTo(CommandResult.Status.TIMED_OUT);
    }

    @Test
    void shortCommand_givesOutputAndExitCode() throws Exception {
        CommandResult result =
                ShortCommand.run(List.of("/bin/sh", "-c", "echo no; exit 4"), Bounds.START);

        assertThat(result.output()).isEqualTo("no");
        assertThat(result.exitCode()).hasValue(4);
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void token_coversItselfAndItsScopesOnly() {
        RunToken token = new RunToken("aaaaaaaa");

        assertThat(token.covers("aaaaaaaa")).isTrue();
        assertThat(token.covers(token.scope("trial").value())).isTrue();
        assertThat(token.covers("aaaaaaaab")).isFalse();
        assertThat(token.scope("trial").covers("aaaaaaaa")).isFalse();
    }

    @Test
    void token_isChecked() {
        assertThatThrownBy(() -> new RunToken("a b"))
                .hasMessageStartingWith("value must match ")
                .hasMessageEndingWith(", was a b");
    }

    @Test
    void javaCommand_putsEveryPartInItsPlace() {
        List<String> line = new JavaCommand(
                        "Main", List.of("/lib/a.jar", "b.jar"), List.of(), 64, List.of("x"))
                .withFlags("-XX:+UseSerialGC")
                .tethered()
                .withArguments("y")
                .commandLine();

        assertThat(line.subList(1, line.size()))
                .containsExactly(
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "/lib/a.jar:" + Path.of("b.jar").toAbsolutePath(),
                        "io.heliometer.common.engine.Tether",
                        "Main",
                        "x",
                        "y");
    }

    @Test
    void environmentProblem_saysWhatRuleAndNextStep() {
        EnvironmentProblem problem =
                new EnvironmentProblem("port 9092 is in use", "it must be free", "choose another");

        assertThat(problem)
                .hasMessage("port 9092 is in use; it must be free. Next step: choose another");
    }
}
