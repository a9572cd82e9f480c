package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.ChildSpec;
import io.heliometer.benchmarks.process.CpuSide;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.process.KilledProcess;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.common.engine.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The child processes of one trial: in a scope of their own, so that nothing of a trial outlives
 * it.
 */
final class TrialProcesses {
    private static final String READY = Role.PREFIX + "READY ";
    private static final Duration LAST_GRACE = Duration.ofSeconds(5);

    private final TrialContext context;
    private final RunProcesses scope;
    private final Path logs;
    private final Path temporary;

    TrialProcesses(TrialContext context, String trial) throws IOException {
        this.context = context;
        this.scope = context.processes().scope(trial);
        this.logs = Files.createDirectories(context.logFolder().resolve(trial));
        this.temporary =
                Files.createDirectories(context.workFolder().resolve(trial).resolve("tmp"));
    }

    /** Starts a process of the harness, on the harness's CPUs. */
    ChildProcess startHelper(String name, JavaCommand command, Consumer<String> listener)
            throws IOException {
        return start(name, CpuSide.HARNESS, command.tethered(), null, listener);
    }

    /**
     * Starts a process of the engine under test on all CPUs, so that starting is quick, but with
     * the settings that the JVM derives for the engine's CPUs; {@link #pin} moves it there.
     */
    ChildProcess startEngine(String name, JavaCommand command, Consumer<String> listener)
            throws IOException {
        return start(name, null, confined(command), READY + name, listener);
    }

    /** Starts a process of the engine under test on the engine's CPUs alone. */
    ChildProcess startPinned(String name, JavaCommand command, Consumer<String> listener)
            throws IOException {
        return start(name, CpuSide.ENGINE, confined(command), READY + name, listener);
    }

    private JavaCommand confined(JavaCommand command) {
        int cpus = context.cpus().engineCpus().size();
        return cpus == 0 ? command : command.withFlags("-XX:ActiveProcessorCount=" + cpus);
    }

    /** Moves a process and its descendants to the engine's CPUs. */
    void pin(ChildProcess child) throws InterruptedException {
        for (long pid : child.treePids()) {
            context.cpus().pin(CpuSide.ENGINE, pid);
        }
    }

    private ChildProcess start(
            String name,
            @Nullable CpuSide side,
            JavaCommand command,
            @Nullable String readyLine,
            Consumer<String> listener)
            throws IOException {
        // What a killed process leaves in the temporary folder goes with the trial's other work
        // files.
        JavaCommand confined = command.withFlags("-Djava.io.tmpdir=" + temporary);
        List<String> line = confined.commandLine();
        ChildSpec spec =
                ChildSpec.in(logs, name, side == null ? line : context.cpus().pin(side, line));
        return scope.start(readyLine == null ? spec : spec.withReadyLine(readyLine), listener);
    }

    /** Stops whatever is left; returns what no process had stopped by itself. */
    List<KilledProcess> stopAll() throws InterruptedException {
        return scope.stopAll(LAST_GRACE);
    }
}
