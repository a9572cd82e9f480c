package io.heliometer.benchmarks.transport;

import io.heliometer.benchmarks.process.ChildFailure;
import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.RunProcesses;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Transport mode {@code process}: two child processes on the loopback, the module
 * {@code kinesis-local} for the streams and dynalite for the lease tables.
 */
public final class KinesisProcess extends KinesisTransport {
    private static final String REGION = "us-east-1";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final KinesisSettings settings;
    private final KinesisServer server;
    private final Dynalite dynalite;

    private KinesisProcess(KinesisSettings settings, KinesisServer server, Dynalite dynalite) {
        super(Address.kinesis(
                REGION, Optional.of(server.endpoint()), Optional.of(dynalite.endpoint())));
        this.settings = settings;
        this.server = server;
        this.dynalite = dynalite;
    }

    /**
     * Starts both servers and waits until they answer.
     *
     * @throws TransportUnavailable if there is no Node, or its packages cannot be installed
     * @throws ChildFailure if a server does not start
     * @throws IOException if their folder cannot be written
     */
    public static KinesisProcess start(KinesisSettings settings, RunProcesses run)
            throws IOException, InterruptedException, TransportUnavailable {
        DynalitePackage installed = DynalitePackage.install(settings.home());
        KinesisServer server = KinesisServer.start(settings, run);
        Dynalite dynalite = Dynalite.start(settings, installed, run);
        return new KinesisProcess(settings, server, dynalite);
    }

    @Override
    public String mode() {
        return PROCESS;
    }

    /** Returns the CPU time of the streams' server; the lease table sees no records. */
    @Override
    public OptionalLong serverCpuMillis() {
        return OptionalLong.of(server.process().usage().cpuMillis());
    }

    @Override
    public long throttledCount() {
        return server.throttledCount();
    }

    @Override
    public Map<String, String> describe() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("mode", mode());
        facts.put("server", "kinesis-local");
        facts.put("limits", settings.limits() ? "on" : "off");
        facts.put("leaseTable", "dynalite " + DynalitePackage.VERSION);
        return facts;
    }

    @Override
    public void close() {
        super.close();
        stop(dynalite.process());
        stop(server.process());
        server.deleteData();
    }

    private static void stop(ChildProcess child) {
        try {
            child.stop(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
