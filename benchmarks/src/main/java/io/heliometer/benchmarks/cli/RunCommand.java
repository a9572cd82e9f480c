package io.heliometer.benchmarks.cli;

import io.heliometer.benchmarks.doctor.Doctor;
import io.heliometer.benchmarks.doctor.DoctorOptions;
import io.heliometer.benchmarks.doctor.Finding;
import io.heliometer.benchmarks.input.RecordedInput;
import io.heliometer.benchmarks.plan.RunOptions;
import io.heliometer.benchmarks.plan.RunResult;
import io.heliometer.benchmarks.plan.RunSession;
import io.heliometer.benchmarks.process.EnvironmentProblem;
import io.heliometer.benchmarks.suite.SimulationKeys;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.common.engine.Settings;
import io.heliometer.common.engine.UsageException;
import io.heliometer.results.render.SummaryTable;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heliometer run}: runs a suite, verifies every trial, prints a table, writes a report. */
@Command(
        name = "run",
        description =
                "Run a suite: every trial is checked against the oracle; prints a table, writes a report.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./,:=@%+-]+");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--suite",
            defaultValue = "quick",
            description = "Name of the suite (default: quick).")
    private String suite = "quick";

    @Option(
            names = "--engines",
            split = ",",
            description = "Engines (default: all; see: heliometer list).")
    private List<String> engines = new ArrayList<>();

    @Option(names = "--queries", description = "Queries, such as Q0,Q3 (default: the suite's).")
    private @Nullable String queries;

    @Option(
            names = "--kinds",
            description = "Kinds of trial: drain,open-loop (default: the suite's).")
    private @Nullable String kinds;

    @Option(
            names = "--devices",
            description = "Panels of the simulated fleet (default: the suite's).")
    private @Nullable Integer devices;

    @Option(
            names = "--profile",
            description =
                    "Rate of an open-loop trial over time: constant, diurnal, step, burst or ramp (default: the suite's).")
    private @Nullable String profile;

    @Option(names = "--minutes", description = "Event time of a trial, min (default: the suite's).")
    private @Nullable Integer minutes;

    @Option(
            names = "--seed",
            description = "Seed of fleet, weather, disorder and order (default: the suite's).")
    private @Nullable Long seed;

    @Option(
            names = "--variant",
            defaultValue = "default",
            description = "Engine settings: default, tuned, or an engine's own, such as realtime.")
    private String variant = Settings.DEFAULT;

    @Option(
            names = "--set",
            description = "An engine's setting, such as flink.state.backend=rocksdb; repeatable.")
    private Map<String, String> settings = new HashMap<>();

    @Option(
            names = "--suite-set",
            description = "A suite's key, such as openloop.rate=1000; repeatable.")
    private Map<String, String> suiteSettings = new HashMap<>();

    @Option(
            names = "--out",
            description =
                    "Folder of the run; must be absent or empty (default: runs/<time>-<suite>).")
    private @Nullable Path out;

    @Option(names = "--keep-rows", description = "Keep the rows of every trial in rows/.")
    private boolean keepRows;

    @Option(
            names = "--input",
            description = "Folder of recorded plant data, replayed instead of the simulator.")
    private @Nullable Path input;

    @Option(
            names = "--mapping",
            description = "Mapping of the recorded data (default: mapping.properties in it).")
    private @Nullable Path mapping;

    @Option(names = "--no-pin", description = "Do not pin processes to CPUs.")
    private boolean noPin;

    @Option(
            names = "--broker-port",
            defaultValue = "0",
            description = "Port of the broker (default: a free one).")
    private int brokerPort;

    @Option(
            names = "--transport",
            defaultValue = Transport.PROCESS,
            description =
                    "Who runs the brokers: process, container or external (default: process).")
    private String transport = Transport.PROCESS;

    @Option(
            names = "--fault",
            description = "Fault in every trial: kill-worker. Open-loop trials only.")
    private @Nullable String fault;

    @Override
    public Integer call() throws Exception {
        RunOptions options = options();
        TerminalProgress progress = new TerminalProgress(System.out);
        RunSession session = new RunSession(options, progress);
        printInputSummary(options);
        requireFitMachine(options);
        RunResult result = session.run();
        System.out.println();
        System.out.print(SummaryTable.text(RunFolder.open(result.folder()).read()));
        System.out.println();
        System.out.println("Report: " + result.folder().resolve("report.html"));
        return result.valid() ? 0 : HeliometerCli.TRIAL_INVALID;
    }

    /**
     * Reads the recorded data before anything is started, so that a mistake in the mapping shows at
     * once.
     */
    private static void printInputSummary(RunOptions options) throws IOException {
        if (options.input() != null) {
            System.out.println(RecordedInput.open(options.input(), options.mappingFile())
                    .summary()
                    .text());
        }
    }

    private RunOptions options() {
        checkInput();
        Map<String, String> suiteOverrides = new TreeMap<>(suiteSettings);
        putIfGiven(suiteOverrides, "queries", queries);
        putIfGiven(suiteOverrides, "kinds", fault == null ? kinds : faultKinds());
        putIfGiven(suiteOverrides, "devices", devices);
        putIfGiven(suiteOverrides, "minutes", minutes);
        putIfGiven(suiteOverrides, "seed", seed);
        putIfGiven(suiteOverrides, "openloop.profile", profile);
        return new RunOptions(
                Home.path(),
                suite,
                suiteOverrides,
                engines,
                variant,
                settingsByEngine(),
                out,
                keepRows,
                input,
                mapping,
                !noPin,
                brokerPort,
                transport,
                fault,
                command());
    }

    /** What sizes or shapes the simulator says nothing about recorded data. */
    private void checkInput() {
        if (mapping != null && input == null) {
            throw new UsageException(
                    "--mapping must stand with --input, which names the folder of the data");
        }
        if (input != null && (devices != null || minutes != null)) {
            throw new UsageException(
                    "--devices and --minutes size the simulator and must not stand with --input");
        }
        if (input != null) {
            suiteSettings.keySet().stream()
                    .filter(SimulationKeys::concerns)
                    .findFirst()
                    .ifPresent(key -> {
                        throw new UsageException(
                                key + " shapes the simulator and must not stand with --input");
                    });
        }
    }

    /** How an engine comes back shows only while records keep coming. */
    private String faultKinds() {
        String only = TrialRecord.OPEN_LOOP;
        if (kinds != null && !kinds.equals(only)) {
            throw new UsageException(
                    "--kinds must be " + only + " with --fault, was " + kinds + "; leave it out");
        }
        return only;
    }

    /** Returns the line that a shell would need to start the same run. */
    private String command() {
        return Objects.requireNonNull(spec.commandLine().getParseResult()).originalArgs().stream()
                .map(argument -> PLAIN.matcher(argument).matches()
                        ? argument
                        : "'" + argument.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "./heliometer ", ""));
    }

    private static void putIfGiven(Map<String, String> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value.toString());
        }
    }

    private Map<String, Map<String, String>> settingsByEngine() {
        Map<String, Map<String, String>> byEngine = new HashMap<>();
        settings.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 1) {
                throw new UsageException(
                        "--set must be <engine>.<setting>=<value>, was " + key + "=" + value);
            }
            byEngine.computeIfAbsent(key.substring(0, dot), engine -> new HashMap<>())
                    .put(key.substring(dot + 1), value);
        });
        return byEngine;
    }

    /**
     * Refuses to start what cannot end well; a warning is for {@code heliometer doctor} to explain.
     */
    private static void requireFitMachine(RunOptions options) throws InterruptedException {
        Path folder = Objects.requireNonNullElse(options.out(), options.home());
        DoctorOptions checks = DoctorOptions.of(folder);
        for (Finding finding : Doctor.check(
                options.brokerPort() == 0 ? checks : checks.withBrokerPort(options.brokerPort()))) {
            if (finding.status() == Finding.Status.FAIL) {
                throw new EnvironmentProblem(
                        finding.name() + ": " + finding.detail(),
                        "no run starts while a check of the doctor fails",
                        finding.nextStep());
            }
        }
    }
}
