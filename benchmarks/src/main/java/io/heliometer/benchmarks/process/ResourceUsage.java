package io.heliometer.benchmarks.process;

import java.util.OptionalLong;

/**
 * What a process and its living descendants have used.
 *
 * @param processCount living processes that were counted
 * @param cpuMillis user and system time; on Linux with that of descendants that have ended and been
 *     waited for, in steps of 10 ms
 * @param residentBytes sum of the resident sets (VmRSS), shared pages counted once per process;
 *     empty where there is no /proc
 * @param peakResidentBytes sum of each one's peak (VmHWM), an upper bound of the tree's peak; empty
 *     where there is no /proc
 */
public record ResourceUsage(
        int processCount,
        long cpuMillis,
        OptionalLong residentBytes,
        OptionalLong peakResidentBytes) {}
