package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.micro.SendRate;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.SimulationKeys;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.BrokerSettings;
import io.heliometer.benchmarks.transport.KafkaBroker;
import io.heliometer.common.engine.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code heliometer send-rate}: whether the load generator could be what limits a run, by Kafka's
 * own producer benchmark.
 */
@Command(
        name = "send-rate",
        description =
                "Compare the load generator with Kafka's own producer benchmark, in turns on one broker.",
        mixinStandardHelpOptions = true)
final class SendRateCommand implements Callable<Integer> {
    private static final double WANTED = 0.9;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Times each side sends (default: 5).")
    private int rounds = 5;

    @Option(
            names = "--devices",
            defaultValue = "20000",
            description = "Panels of the simulated fleet (default: 20000).")
    private int devices = 20_000;

    @Option(
            names = "--minutes",
            defaultValue = "150",
            description =
                    "Event time, min; times the panels this is the number of records (default: 150).")
    private int minutes = 150;

    @Option(
            names = "--tool-set",
            description =
                    "A producer setting of Kafka's tool other than the generator's, such as compression.type=none; repeatable.")
    private Map<String, String> toolSettings = Map.of();

    @Option(names = "--out", required = true, description = "Folder for logs; must be absent.")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws Exception {
        if (rounds < 1) {
            throw new UsageException("--rounds must be >= 1, was " + rounds);
        }
        if (Files.exists(out)) {
            throw new UsageException(
                    "--out must be absent, was not: " + out + "; name another one");
        }
        Suite suite = Suite.load(
                "quick",
                Map.of(
                        "devices", Integer.toString(devices),
                        "minutes", Integer.toString(minutes)));
        Path folder = Files.createDirectories(out).toAbsolutePath();
        double[] ratios = new double[rounds];
        try (RunProcesses processes = RunProcesses.open(folder);
                KafkaBroker broker = KafkaBroker.start(
                        BrokerSettings.in(folder.resolve("broker")).withKeepData(false),
                        processes)) {
            SendRate rate =
                    new SendRate(processes, broker, folder, SimulationKeys.spec(suite, minutes));
            System.out.println(rate.records() + " records of " + rate.meanBytes() + " bytes each");
            for (int round = 0; round < rounds; round++) {
                ratios[round] = round(rate, round);
            }
        }
        double median =
                Arrays.stream(ratios).sorted().skip(rounds / 2).findFirst().orElseThrow();
        System.out.printf(
                Locale.ROOT, "median ratio %.2f (wanted: %.2f or more)%n", median, WANTED);
        return median >= WANTED ? 0 : HeliometerCli.TRIAL_INVALID;
    }

    /** Each side goes first in every other round, as the machine and the page cache change. */
    private double round(SendRate rate, int round) throws Exception {
        double tool;
        double generator;
        if (round % 2 == 0) {
            tool = rate.tool("tool-" + round, toolSettings);
            generator = rate.generator("generator-" + round);
        } else {
            generator = rate.generator("generator-" + round);
            tool = rate.tool("tool-" + round, toolSettings);
        }
        double ratio = generator / tool;
        System.out.printf(
                Locale.ROOT,
                "round %d: generator %.0f records/s, kafka-producer-perf-test %.0f records/s, ratio %.2f%n",
                round + 1,
                generator,
                tool,
                ratio);
        return ratio;
    }
}
