package io.heliometer.benchmarks.process;

/** Which of the two groups of CPUs a process is given. */
public enum CpuSide {
    /** The engine under test. */
    ENGINE,
    /** Broker, load generator, observer and the harness. */
    HARNESS
}
