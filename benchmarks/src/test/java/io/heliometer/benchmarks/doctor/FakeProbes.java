package io.heliometer.benchmarks.doctor;

import io.heliometer.benchmarks.process.CommandResult;
import io.heliometer.benchmarks.process.CpuSplit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A machine on which all is well until a test says otherwise. */
final class FakeProbes implements Probes {
    static final long GIBIBYTE = 1L << 30;

    int javaFeature = 17;
    int cpuCount = 4;
    OptionalLong memoryAvailableBytes = OptionalLong.of(8 * GIBIBYTE);
    long diskFreeBytes = 50 * GIBIBYTE;
    CpuSplit cpuSplit = new CpuSplit(List.of(2, 3), List.of(0, 1), "");
    OptionalDouble loadAverage = OptionalDouble.of(0.1);
    OptionalDouble cpuPressurePercent = OptionalDouble.empty();
    List<Long> calibrationNanos = List.of(20_000_000L, 21_000_000L);
    final Set<Integer> portsInUse = new HashSet<>();
    final Map<String, CommandResult> commands = new HashMap<>(Map.of(
            "docker", ended(0, "29.0.1"),
            "node", ended(0, "v20.20.2")));

    static CommandResult ended(int exitCode, String output) {
        return new CommandResult(CommandResult.Status.ENDED, OptionalInt.of(exitCode), output);
    }

    static CommandResult notEnded(CommandResult.Status status) {
        return new CommandResult(status, OptionalInt.empty(), "");
    }

    @Override
    public int javaFeature() {
        return javaFeature;
    }

    @Override
    public int cpuCount() {
        return cpuCount;
    }

    @Override
    public OptionalLong memoryAvailableBytes() {
        return memoryAvailableBytes;
    }

    @Override
    public long diskFreeBytes(Path folder) {
        return diskFreeBytes;
    }

    @Override
    public boolean portFree(int port) {
        return !portsInUse.contains(port);
    }

    @Override
    public CommandResult run(List<String> command, Duration timeout) {
        return commands.getOrDefault(command.get(0), notEnded(CommandResult.Status.MISSING));
    }

    @Override
    public CpuSplit cpuSplit() {
        return cpuSplit;
    }

    @Override
    public OptionalDouble loadAverage() {
        return loadAverage;
    }

    @Override
    public OptionalDouble cpuPressurePercent() {
        return cpuPressurePercent;
    }

    @Override
    public List<Long> calibrationNanos() {
        return calibrationNanos;
    }
}
