package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.measure.RawConsumerMain;
import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.common.engine.Role;
import io.heliometer.results.run.TransportLimit;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * Measures what a plain consumer gets from the topic of the drain trials, on the engine's CPUs: the
 * limit of every engine on this transport.
 */
final class RawConsumer {
    private static final String RAW = Role.PREFIX + "RAW ";
    private static final int HEAP_MIB = 512;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private RawConsumer() {}

    /**
     * Drains the topic once.
     *
     * @throws IllegalStateException if the consumer fails: no trial could do better
     */
    static TransportLimit measure(TrialContext context, String name, Input drain)
            throws IOException, InterruptedException {
        Transport transport = context.transports().get(name);
        TrialProcesses processes = new TrialProcesses(context, "raw-" + name);
        CompletableFuture<String> raw = new CompletableFuture<>();
        OptionalLong before = transport.serverCpuMillis();
        try {
            JavaCommand command = JavaCommand.of(RawConsumerMain.class.getName())
                    .withFlags("-XX:+UseSerialGC")
                    .withHeapMebibytes(HEAP_MIB)
                    .withArguments(transport.address().text(), TrialTopics.SHARED)
                    .tethered();
            ChildProcess child = processes.startPinned("raw", command, line -> {
                if (line.startsWith(RAW)) {
                    raw.complete(line.substring(RAW.length()));
                }
            });
            if (!child.awaitExit(LIMIT) || !raw.isDone()) {
                throw new IllegalStateException("raw consumer of " + name
                        + " must drain the topic, did not: " + LastWords.of(child));
            }
        } finally {
            processes.stopAll();
        }
        return limit(transport, drain, raw.join(), before);
    }

    private static TransportLimit limit(
            Transport transport, Input drain, String raw, OptionalLong cpuBefore) {
        long records = drain.digest().count();
        double seconds = Double.parseDouble(raw.split(" ", 2)[1]);
        OptionalLong cpuAfter = transport.serverCpuMillis();
        Double cpuMicros = cpuBefore.isPresent() && cpuAfter.isPresent()
                ? (cpuAfter.getAsLong() - cpuBefore.getAsLong()) * 1000.0 / records
                : null;
        return new TransportLimit(
                transport.mode(),
                transport.client(),
                records,
                seconds,
                records / Math.max(seconds, 1e-3),
                cpuMicros);
    }
}
