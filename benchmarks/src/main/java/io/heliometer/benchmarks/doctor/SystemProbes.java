package io.heliometer.benchmarks.doctor;

import com.sun.management.OperatingSystemMXBean;

import io.heliometer.benchmarks.process.CommandResult;
import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.FreePorts;
import io.heliometer.benchmarks.process.ShortCommand;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts of this machine. */
public final class SystemProbes implements Probes {
    /** Source: proc_meminfo(5). */
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    /** Source: the kernel's Documentation/accounting/psi.rst. */
    private static final Pattern PRESSURE = Pattern.compile("some avg10=([0-9.]+)");

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Override
    public int javaFeature() {
        return Runtime.version().feature();
    }

    @Override
    public int cpuCount() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public OptionalLong memoryAvailableBytes() {
        // A container's limit is below what the kernel says is available on the whole machine.
        long limit = system.getTotalMemorySize();
        return number("/proc/meminfo", AVAILABLE)
                .map(text -> OptionalLong.of(Math.min(limit, Long.parseLong(text) * 1024)))
                .orElseGet(() -> OptionalLong.of(system.getFreeMemorySize()));
    }

    @Override
    public long diskFreeBytes(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.getFileStore(existing).getUsableSpace();
    }

    @Override
    public boolean portFree(int port) {
        return FreePorts.free(port);
    }

    @Override
    public CommandResult run(List<String> command, Duration timeout) throws InterruptedException {
        return ShortCommand.run(command, timeout);
    }

    @Override
    public CpuSplit cpuSplit() throws InterruptedException {
        return CpuSplit.detect(true);
    }

    @Override
    public OptionalDouble loadAverage() {
        double load = system.getSystemLoadAverage();
        return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
    }

    @Override
    public OptionalDouble cpuPressurePercent() {
        return number("/proc/pressure/cpu", PRESSURE)
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElseGet(OptionalDouble::empty);
    }

    @Override
    public List<Long> calibrationNanos() {
        return Calibration.nanosPerRound();
    }

    private static Optional<String> number(String file, Pattern pattern) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(Path.of(file)));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
