package io.heliometer.benchmarks.doctor;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Signs that other programs use the machine: figures would be noisy, but a run works. */
final class NoiseChecks {
    /** A quiet machine stays below 1.1. */
    private static final double SPREAD_LIMIT = 1.25;

    private static final double LOAD_LIMIT_PER_CPU = 0.5;
    private static final double PRESSURE_LIMIT_PERCENT = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String NEXT_STEP =
            "close other programs and wait a minute, or read ratios between engines only";

    private NoiseChecks() {}

    static Finding calibration(Probes probes) {
        List<Long> rounds = probes.calibrationNanos();
        double least = Collections.min(rounds);
        double most = Collections.max(rounds);
        String detail = String.format(
                Locale.ROOT,
                "calibration loop %.1f to %.1f ms, ratio %.2f, limit %.2f",
                least / NANOS_PER_MILLI,
                most / NANOS_PER_MILLI,
                most / least,
                SPREAD_LIMIT);
        return most / least <= SPREAD_LIMIT
                ? Finding.ok("noise", detail)
                : Finding.warn("noise", detail, NEXT_STEP);
    }

    static Finding load(Probes probes) {
        double limit = LOAD_LIMIT_PER_CPU * probes.cpuCount();
        return judge("load", "load average of the last minute", probes.loadAverage(), limit);
    }

    static Finding pressure(Probes probes) {
        return judge(
                "pressure",
                "percent of the last 10 s in which a task waited for a CPU",
                probes.cpuPressurePercent(),
                PRESSURE_LIMIT_PERCENT);
    }

    private static Finding judge(String name, String what, OptionalDouble value, double limit) {
        if (value.isEmpty()) {
            return Finding.ok(name, what + ": not known on this system");
        }
        String detail = String.format(
                Locale.ROOT, "%s: %.1f, limit %.1f", what, value.getAsDouble(), limit);
        return value.getAsDouble() <= limit
                ? Finding.ok(name, detail)
                : Finding.warn(name, detail, NEXT_STEP);
    }
}
