package io.heliometer.common.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each role is a child JVM, as in a trial: its exit code and its output are the contract. */
// A thread of its own, because reading the output of a child that never ends cannot be interrupted.
@Timeout(value = EngineMainTest.LIMIT_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EngineMainTest {
    static final long LIMIT_SECONDS = 60;
    private static final String RUN_VARIABLE = "HELIOMETER_RUN";
    private static final String SCRIPTED = ScriptedEngine.class.getName();

    @TempDir
    private Path folder;

    private final List<Process> children = new ArrayList<>();

    private record Ended(int exitCode, String output) {}

    @AfterEach
    void endChildren() {
        children.forEach(Process::destroyForcibly);
    }

    @Test
    void wrongArguments_exitWithTwo() throws IOException, InterruptedException {
        assertThat(end(start(builder("", "worker-1"))))
                .isEqualTo(new Ended(2, "usage: EngineMain <role> <job file>, was [worker-1]\n"));
    }

    @Test
    void absentJobFile_exitsWithTwo() throws IOException, InterruptedException {
        Ended ended = end(start(builder(SCRIPTED, "worker-1", "absent.properties")));

        assertThat(ended.exitCode).isEqualTo(2);
        assertThat(ended.output)
                .startsWith("job file must be readable, was not: absent.properties (");
    }

    @Test
    void badRole_exitsWithTwo() throws IOException, InterruptedException {
        Path job = job("return");

        assertThat(end(start(builder(SCRIPTED, "worker", job.toString()))))
                .isEqualTo(new Ended(
                        2, "role must be <kind>-<number>, such as worker-1, was worker\n"));
    }

    @Test
    void classPathWithoutAnEngine_exitsWithTwo() throws IOException, InterruptedException {
        Ended ended = end(start(builder("", "worker-1", job("return").toString())));

        assertThat(ended.exitCode).isEqualTo(2);
        assertThat(ended.output).startsWith("class path must hold exactly one Engine, held 0;");
    }

    @Test
    void wrongSetting_exitsWithTwoAndOnlyTheMessage() throws IOException, InterruptedException {
        Ended ended = run("unheard-of");

        assertThat(ended.exitCode).isEqualTo(2);
        assertThat(ended.output)
                .startsWith("variant must be scripted, was unheard-of\n")
                .doesNotContain("\tat ");
    }

    @Test
    void failedRole_exitsWithOneAndAStackTrace() throws IOException, InterruptedException {
        Ended ended = run("fail");

        assertThat(ended.exitCode).isEqualTo(1);
        assertThat(ended.output)
                .contains("IllegalStateException: broken on purpose", "\tat " + SCRIPTED);
    }

    @Test
    void endedRole_exitsWithZeroAndReportsItsCounters() throws IOException, InterruptedException {
        assertThat(run("return"))
                .isEqualTo(
                        new Ended(0, "HELIOMETER READY worker-1\nHELIOMETER COUNTER tethers 0\n"));
    }

    @Test
    void failingStopAction_keepsNeitherTheOthersNorTheCounters()
            throws IOException, InterruptedException {
        Ended ended = run("fail-to-stop");

        assertThat(ended.exitCode).isZero();
        assertThat(ended.output)
                .contains(
                        "stop failed on purpose",
                        "the other action ran",
                        "HELIOMETER COUNTER tethers 0");
    }

    @Test
    void markedRole_endsWhenItsInputEnds() throws IOException, InterruptedException {
        ProcessBuilder builder = builder(SCRIPTED, "worker-1", job("wait").toString());
        builder.environment().put(RUN_VARIABLE, "engine-main-test");
        Process child = start(builder);
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("HELIOMETER READY worker-1");

            child.getOutputStream().close();

            assertThat(output.readLine()).isEqualTo("HELIOMETER COUNTER tethers 1");
            assertThat(child.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(143);
        }
    }

    /** Its input is over before it starts, and it runs to its own end all the same. */
    @Test
    void roleStartedByHand_outlivesItsInput() throws IOException, InterruptedException {
        Process child = start(builder(SCRIPTED, "worker-1", job("read-input").toString()));
        child.getOutputStream().close();

        assertThat(end(child)).isEqualTo(new Ended(0, "HELIOMETER COUNTER tethers 0\n"));
    }

    private Ended run(String variant) throws IOException, InterruptedException {
        return end(start(builder(SCRIPTED, "worker-1", job(variant).toString())));
    }

    private Path job(String variant) throws IOException {
        Path file = folder.resolve("job.properties");
        new Job(Map.of("variant", variant)).write(file);
        return file;
    }

    /** Returns a child with this engine, or none, as the only service on its class path. */
    private ProcessBuilder builder(String engine, String... arguments) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Engine.class.getName()), engine);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                EngineMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // The tests themselves may be run by a marked process, or with flags that print a line.
        List.of(RUN_VARIABLE, "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
                .forEach(builder.environment()::remove);
        return builder;
    }

    private Process start(ProcessBuilder builder) throws IOException {
        Process child = builder.start();
        children.add(child);
        return child;
    }

    private static Ended end(Process child) throws IOException, InterruptedException {
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(child.exitValue(), output.replace(System.lineSeparator(), "\n"));
    }
}
