package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.doctor.Doctor;
import io.heliometer.benchmarks.doctor.DoctorOptions;
import io.heliometer.benchmarks.doctor.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heliometer doctor}: what this machine allows, and what to do where it does not. */
@Command(
        name = "doctor",
        description = "Check JDK, cores, memory, disk, ports, Docker, CPU pinning and noise.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            description = "Folder that runs would be written to (default: the project's root).")
    private Path out = Home.path();

    @Option(names = "--broker-port", defaultValue = "0", description = "A port that must be free.")
    private int brokerPort;

    @Override
    public Integer call() throws InterruptedException {
        DoctorOptions options = DoctorOptions.of(out);
        List<Finding> findings =
                Doctor.check(brokerPort == 0 ? options : options.withBrokerPort(brokerPort));
        for (Finding finding : findings) {
            System.out.printf(
                    Locale.ROOT,
                    "%-4s  %-14s  %s%n",
                    finding.status().toString().toLowerCase(Locale.ROOT),
                    finding.name(),
                    finding.detail());
            if (finding.status() != Finding.Status.OK) {
                System.out.printf(Locale.ROOT, "%-22s-> %s%n", "", finding.nextStep());
            }
        }
        return Finding.worst(findings) == Finding.Status.FAIL ? HeliometerCli.ENVIRONMENT : 0;
    }
}
