package io.heliometer.benchmarks.doctor;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What a run will ask of the machine.
 *
 * @param outputFolder where runs are written; need not exist
 * @param brokerPort the port asked for; empty if any will do
 * @param memoryFailBytes less available memory than this is a FAIL
 * @param memoryNeedBytes less than this is a WARN
 * @param diskNeedBytes less free space than this is a FAIL
 */
public record DoctorOptions(
        Path outputFolder,
        OptionalInt brokerPort,
        long memoryFailBytes,
        long memoryNeedBytes,
        long diskNeedBytes) {
    private static final long GIBIBYTE = 1L << 30;

    /** Checks that the limits are in order. */
    public DoctorOptions {
        if (memoryFailBytes < 0 || memoryNeedBytes < memoryFailBytes || diskNeedBytes < 0) {
            throw new IllegalArgumentException("limits must be 0 <= memoryFailBytes <="
                    + " memoryNeedBytes and 0 <= diskNeedBytes, was " + memoryFailBytes + ", "
                    + memoryNeedBytes + ", " + diskNeedBytes);
        }
    }

    /** Returns the limits of a small run: 4 GiB of memory (3 GiB at least), 2 GiB of disk. */
    public static DoctorOptions of(Path outputFolder) {
        return new DoctorOptions(
                outputFolder, OptionalInt.empty(), 3 * GIBIBYTE, 4 * GIBIBYTE, 2 * GIBIBYTE);
    }

    /** Returns these options with a broker port. */
    public DoctorOptions withBrokerPort(int port) {
        return new DoctorOptions(
                outputFolder,
                OptionalInt.of(port),
                memoryFailBytes,
                memoryNeedBytes,
                diskNeedBytes);
    }

    /** Returns these options with other limits of memory. */
    public DoctorOptions withMemory(long failBytes, long needBytes) {
        return new DoctorOptions(outputFolder, brokerPort, failBytes, needBytes, diskNeedBytes);
    }
}
