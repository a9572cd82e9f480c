package io.heliometer.benchmarks.process;

/**
 * A process that had to be killed.
 *
 * @param pid its process id
 * @param command its command line as far as the operating system tells, else empty
 */
public record KilledProcess(long pid, String command) {}
