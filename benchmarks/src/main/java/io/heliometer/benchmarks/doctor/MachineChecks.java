package io.heliometer.benchmarks.doctor;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;

/** What a run cannot do without. */
final class MachineChecks {
    private static final int JAVA_NEEDED = 17;
    private static final int CORES_NEEDED = 2;
    private static final double GIBIBYTE = 1L << 30;

    private MachineChecks() {}

    static Finding java(Probes probes) {
        int feature = probes.javaFeature();
        String detail = "JDK " + feature + ", needed is " + JAVA_NEEDED + " or newer";
        return feature >= JAVA_NEEDED
                ? Finding.ok("java", detail)
                : Finding.fail("java", detail, "install a newer JDK and point JAVA_HOME to it");
    }

    static Finding cores(Probes probes) {
        int count = probes.cpuCount();
        String detail = count + " CPU(s) allowed, needed are " + CORES_NEEDED;
        return count >= CORES_NEEDED
                ? Finding.ok("cores", detail)
                : Finding.fail(
                        "cores",
                        detail + ": engine, broker and load would share one",
                        "give this machine or container at least " + CORES_NEEDED + " CPUs");
    }

    static Finding memory(DoctorOptions options, Probes probes) {
        OptionalLong available = probes.memoryAvailableBytes();
        if (available.isEmpty()) {
            return Finding.warn(
                    "memory",
                    "the available memory is unknown",
                    "make sure that " + gibibytes(options.memoryNeedBytes()) + " are available");
        }
        long bytes = available.getAsLong();
        String detail =
                gibibytes(bytes) + " available, needed are " + gibibytes(options.memoryNeedBytes());
        String nextStep = "close other programs, or raise the container's memory limit";
        if (bytes < options.memoryFailBytes()) {
            return Finding.fail("memory", detail, nextStep);
        }
        return bytes < options.memoryNeedBytes()
                ? Finding.warn("memory", detail, nextStep)
                : Finding.ok("memory", detail);
    }

    static Finding disk(DoctorOptions options, Probes probes) {
        String where = " at " + options.outputFolder();
        String nextStep = "free some space, or choose another output folder";
        try {
            long bytes = probes.diskFreeBytes(options.outputFolder());
            String detail = gibibytes(bytes) + " free" + where + ", needed are "
                    + gibibytes(options.diskNeedBytes());
            return bytes >= options.diskNeedBytes()
                    ? Finding.ok("disk", detail)
                    : Finding.fail("disk", detail, nextStep);
        } catch (IOException e) {
            return Finding.fail("disk", "the free space" + where + " is unknown: " + e, nextStep);
        }
    }

    static Finding ports(DoctorOptions options, Probes probes) {
        if (!probes.portFree(0)) {
            return Finding.fail(
                    "ports",
                    "no port of 127.0.0.1 can be opened",
                    "bring the loopback interface up, or allow servers on it");
        }
        if (options.brokerPort().isEmpty()) {
            return Finding.ok("ports", "servers can listen on 127.0.0.1");
        }
        int port = options.brokerPort().getAsInt();
        return probes.portFree(port)
                ? Finding.ok("ports", "broker port " + port + " of 127.0.0.1 is free")
                : Finding.fail(
                        "ports",
                        "broker port " + port + " of 127.0.0.1 is in use",
                        "choose another one with --broker-port, or leave the option out");
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
    }
}
