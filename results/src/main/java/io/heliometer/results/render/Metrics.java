package io.heliometer.results.render;

import io.heliometer.results.run.LatencyMillis;
import io.heliometer.results.run.Percentiles;
import io.heliometer.results.run.Recovery;
import io.heliometer.results.run.Resources;
import io.heliometer.results.run.Throughput;
import io.heliometer.results.run.TrialRecord;

import org.jspecify.annotations.Nullable;

/** The figures of a trial, null where something on the way to them is absent. */
final class Metrics {
    private Metrics() {}

    static @Nullable Double recordsPerSecond(TrialRecord trial) {
        Throughput throughput = trial.throughput();
        return throughput == null ? null : throughput.recordsPerSecond();
    }

    static @Nullable Double cpuSecondsPerMillionRecords(TrialRecord trial) {
        Resources resources = trial.resources();
        return resources == null ? null : resources.cpuSecondsPerMillionRecords();
    }

    static @Nullable Double peakRssMiB(TrialRecord trial) {
        Resources resources = trial.resources();
        return resources == null ? null : resources.peakRssMiB();
    }

    static @Nullable Double downtimeSeconds(TrialRecord trial) {
        Recovery recovery = trial.recovery();
        return recovery == null ? null : recovery.downtimeSeconds();
    }

    static @Nullable Double catchUpSeconds(TrialRecord trial) {
        Recovery recovery = trial.recovery();
        return recovery == null ? null : recovery.catchUpSeconds();
    }

    static @Nullable Double engineDelayP50(TrialRecord trial) {
        Percentiles delay = engineDelay(trial);
        return delay == null ? null : delay.p50();
    }

    static @Nullable Double engineDelayP99(TrialRecord trial) {
        Percentiles delay = engineDelay(trial);
        return delay == null ? null : delay.p99();
    }

    static @Nullable Percentiles engineDelay(TrialRecord trial) {
        LatencyMillis latency = trial.latencyMillis();
        return latency == null ? null : latency.engineDelay();
    }

    static @Nullable Percentiles commitVisibility(TrialRecord trial) {
        LatencyMillis latency = trial.latencyMillis();
        return latency == null ? null : latency.commitVisibility();
    }

    static @Nullable Percentiles total(TrialRecord trial) {
        LatencyMillis latency = trial.latencyMillis();
        return latency == null ? null : latency.total();
    }
}
