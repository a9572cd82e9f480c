package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.transport.Transport;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How busy the transport's server was during a trial. */
final class TransportMeter {
    private static final double NANOS_PER_MILLI = 1e6;

    /** CPU time comes in steps of 10 ms: of a shorter time a share says nothing. */
    private static final double LEAST_MILLIS = 1000;

    private final Transport transport;
    private final int cpuCount;
    private final OptionalLong cpuAtStart;
    private final long throttledAtStart;
    private final long startNanos = System.nanoTime();

    /**
     * Starts to measure.
     *
     * @param cpuCount CPUs that the server may use
     */
    TransportMeter(Transport transport, int cpuCount) {
        this.transport = transport;
        this.cpuCount = cpuCount;
        this.cpuAtStart = transport.serverCpuMillis();
        this.throttledAtStart = transport.throttledCount();
    }

    /** Ends the measurement. */
    void stop(TrialFacts facts) {
        OptionalLong cpu = transport.serverCpuMillis();
        double millis = (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
        if (cpu.isPresent() && cpuAtStart.isPresent() && millis >= LEAST_MILLIS) {
            facts.serverShare = OptionalDouble.of(
                    (cpu.getAsLong() - cpuAtStart.getAsLong()) / millis / cpuCount);
        }
        facts.throttledCount = transport.throttledCount() - throttledAtStart;
    }
}
