package io.heliometer.benchmarks.doctor;

import io.heliometer.benchmarks.process.CommandResult;
import io.heliometer.benchmarks.process.CpuSplit;

import java.time.Duration;
import java.util.List;

/** Tools that some modes need; the lack of one is never more than a warning. */
final class ToolChecks {
    /** A client without a daemon can hang on a socket that nobody serves. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final String NO_CONTAINERS =
            "container mode not available; process mode needs none";

    private ToolChecks() {}

    static Finding docker(Probes probes) throws InterruptedException {
        // Only the server's version shows that there is a server.
        CommandResult result =
                probes.run(List.of("docker", "version", "--format", "{{.Server.Version}}"), LIMIT);
        if (result.succeeded()) {
            return Finding.ok("docker", "daemon " + result.output());
        }
        String detail = result.status() == CommandResult.Status.MISSING
                ? "no docker client"
                : "the docker daemon does not answer";
        return Finding.warn(
                "docker",
                detail + ": " + NO_CONTAINERS,
                "nothing: process mode, the only one so far, needs no Docker");
    }

    static Finding pinning(Probes probes) throws InterruptedException {
        CpuSplit split = probes.cpuSplit();
        return split.pinned()
                ? Finding.ok("pinning", split.describe())
                : Finding.warn(
                        "pinning",
                        split.describe() + "; engines compete with the broker for CPUs",
                        "install taskset (util-linux) and allow at least 2 CPUs");
    }

    static Finding node(Probes probes) throws InterruptedException {
        CommandResult result = probes.run(List.of("node", "--version"), LIMIT);
        return result.succeeded()
                ? Finding.ok("node", "Node.js " + result.output())
                : Finding.warn(
                        "node",
                        "no Node.js: the Kinesis engine is skipped, all others run",
                        "nothing, or install Node.js 18 or newer");
    }
}
