package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.fleet.FleetDay;
import io.heliometer.common.engine.UsageException;
import io.heliometer.common.fleet.FleetSpec;
import io.heliometer.common.model.FaultLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heliometer fleet}: a day of the simulated fleet as a picture. */
@Command(
        name = "fleet",
        description =
                "Draw a day of the simulated fleet: sun, power, faults and what looks like them.",
        mixinStandardHelpOptions = true)
final class FleetCommand implements Callable<Integer> {
    private static final int MOST_SITES = 12;

    @Option(
            names = "--day",
            description = "The day, such as 2026-06-21, UTC (default: ${DEFAULT-VALUE}).")
    private LocalDate day = LocalDate.of(2026, 6, 21);

    @Option(
            names = "--sites",
            description = "Sites to draw, from the first (default: ${DEFAULT-VALUE}).")
    private int sites = 3;

    @Option(names = "--svg", required = true, description = "Picture to write.")
    private Path svg = Path.of("fleet.svg");

    @Option(names = "--devices", description = "Panels of the fleet (default: ${DEFAULT-VALUE}).")
    private int devices = 1_600;

    @Option(names = "--seed", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--fault-percent",
            description = "How often things fail, percent of the usual; 0 is a healthy fleet"
                    + " (default: ${DEFAULT-VALUE}).")
    private int faultPercent = 100;

    @Override
    public Integer call() throws IOException {
        if (sites < 1 || sites > MOST_SITES) {
            throw new UsageException("sites must be within 1.." + MOST_SITES + ", was " + sites);
        }
        Path folder = svg.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(svg)) {
            throw new UsageException("svg must be a file in a folder that exists, was " + svg
                    + "; name another one");
        }
        FleetDay fleetDay = new FleetDay(new FleetSpec(seed, devices, faultPercent, 0), day, sites);
        Files.writeString(svg, fleetDay.chart().svg());
        List<FaultLabel> labels = fleetDay.labels();
        long faults = labels.stream().filter(label -> label.type().isFault()).count();
        System.out.println(svg + ": " + sites + " sites, " + faults + " faults, "
                + (labels.size() - faults) + " events that are none");
        return 0;
    }
}
