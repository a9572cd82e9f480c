package io.heliometer.benchmarks.transport;

import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.ChildSpec;
import io.heliometer.benchmarks.process.CpuSide;
import io.heliometer.benchmarks.process.FreePorts;
import io.heliometer.benchmarks.process.RunProcesses;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** The process of dynalite, a stand-in for DynamoDB that holds the lease tables in memory. */
final class Dynalite {
    private static final String NAME = "dynalite";
    private static final String READY_LINE = "listening at";
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final int port;
    private final ChildProcess process;

    private Dynalite(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    static Dynalite start(KinesisSettings settings, DynalitePackage installed, RunProcesses run)
            throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        int port = FreePorts.find(1).get(0);
        List<String> command = List.of(
                "node",
                installed.program().toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                // A table is there at once, and gone at once.
                "--createTableMs",
                "0",
                "--deleteTableMs",
                "0",
                "--updateTableMs",
                "0");
        ChildSpec spec = ChildSpec.in(
                        settings.folder(), NAME, settings.cpus().pin(CpuSide.HARNESS, command))
                .withReadyLine(READY_LINE);
        ChildProcess process = run.start(spec, line -> {});
        process.awaitReady(START_LIMIT);
        return new Dynalite(port, process);
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    ChildProcess process() {
        return process;
    }
}
