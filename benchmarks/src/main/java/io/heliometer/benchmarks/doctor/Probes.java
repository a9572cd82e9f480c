package io.heliometer.benchmarks.doctor;

import io.heliometer.benchmarks.process.CommandResult;
import io.heliometer.benchmarks.process.CpuSplit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The facts about a machine that the checks judge; none of them changes anything. */
public interface Probes {
    /** Returns the feature number of this JVM, such as 17. */
    int javaFeature();

    /** Returns how many CPUs this JVM may use. */
    int cpuCount();

    /** Returns the memory that new processes can have, in bytes; empty if unknown. */
    OptionalLong memoryAvailableBytes();

    /**
     * Returns the free space, in bytes, of the file system of a folder or of its nearest ancestor
     * that exists.
     */
    long diskFreeBytes(Path folder) throws IOException;

    /** Returns whether a server can listen on this port of the loopback interface; 0 is any. */
    boolean portFree(int port);

    /** Runs a tool for at most the given time. */
    CommandResult run(List<String> command, Duration timeout) throws InterruptedException;

    /** Returns how the CPUs can be split. */
    CpuSplit cpuSplit() throws InterruptedException;

    /** Returns the load average of the last minute; empty if unknown. */
    OptionalDouble loadAverage();

    /**
     * Returns the share of the last 10 s in which some task waited for a CPU, in percent (PSI);
     * empty if unknown.
     */
    OptionalDouble cpuPressurePercent();

    /** Returns the time of each round of a fixed piece of work, in nanoseconds. */
    List<Long> calibrationNanos();
}
