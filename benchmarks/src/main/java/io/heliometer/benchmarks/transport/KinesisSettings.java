package io.heliometer.benchmarks.transport;

import io.heliometer.benchmarks.process.CpuSplit;

import java.nio.file.Path;

/**
 * How the local stand-ins for Kinesis and its lease table are run.
 *
 * @param home the project's root, where their build lies
 * @param folder gets their logs; created if absent
 * @param dataFolder gets the streams; must not exist
 * @param cpus they run on the harness's side
 * @param limits whether the real service's limits per second hold
 */
public record KinesisSettings(
        Path home, Path folder, Path dataFolder, CpuSplit cpus, boolean limits) {}
