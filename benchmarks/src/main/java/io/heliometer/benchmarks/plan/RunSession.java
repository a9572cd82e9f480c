package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.score.LabelFile;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.benchmarks.transport.Transports;
import io.heliometer.common.model.FaultLabel;
import io.heliometer.results.render.ReportRenderer;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TransportLimit;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run, from the options to the report. Whatever ends it, nothing is left running and nothing
 * measured is lost.
 */
public final class RunSession {
    private final RunOptions options;
    private final ProgressListener progress;
    private final Suite suite;
    private final List<EngineFolder> engines;
    private final List<TrialRecord> records = new ArrayList<>();

    /**
     * Checks what was asked for, before anything is started.
     *
     * @throws io.heliometer.common.engine.UsageException if a name or a value is wrong
     * @throws io.heliometer.benchmarks.process.EnvironmentProblem if the machine or the build is
     *     not fit
     */
    public RunSession(RunOptions options, ProgressListener progress) {
        this.options = options;
        this.progress = progress;
        this.suite = Suite.load(options.suite(), options.suiteOverrides());
        this.engines = Plan.select(EngineFolder.discover(options.home()), options.engines());
        Plan.known("query", suite.list("queries"), Plan.QUERIES);
        Plan.known("kind", suite.list("kinds"), Plan.KINDS);
        List<String> names = engines.stream().map(EngineFolder::name).toList();
        options.engineOverrides()
                .keySet()
                .forEach(name -> Plan.known("engine", List.of(name), names));
        Plan.known("transport", List.of(options.transportMode()), TransportStarter.MODES);
        if (options.fault() != null) {
            Plan.known("fault", List.of(options.fault()), Plan.FAULTS);
        }
        Plan.known(
                "variant",
                List.of(options.variant()),
                engines.stream()
                        .flatMap(engine -> engine.description().variants().stream())
                        .distinct()
                        .toList());
        engines.stream()
                .filter(engine -> engine.description().variants().contains(options.variant()))
                .forEach(engine -> engine.settings(
                        options.variant(),
                        options.engineOverrides().getOrDefault(engine.name(), Map.of())));
    }

    /** Runs every trial and writes the report; returns the folder and the trials. */
    public RunResult run() throws IOException, InterruptedException {
        Path path = RunNames.folder(options);
        RunFolder folder = RunFolder.create(path);
        Path work = Files.createDirectories(folder.path().resolve("work"));
        CpuSplit cpus = CpuSplit.detect(options.pin());
        progress.step("making the input");
        Inputs inputs = new Inputs(suite, options, work);
        Map<String, Input> inputByKind = inputs.make();
        List<TrialSpec> plan = Plan.of(suite, engines, inputByKind, options.fault());
        RunRecord run = new RunFacts(options, suite, engines)
                .record(path, cpus, inputs.description(), plan.size());
        folder.write(run);
        writeLabels(folder, inputByKind);
        try (RunGuard guard = new RunGuard(folder, run, work, options.keepRows());
                RunProcesses processes = RunProcesses.open(folder.logs())) {
            List<String> names = transportNames();
            progress.step("starting the transports: " + String.join(", ", names));
            TransportStarter starter =
                    new TransportStarter(options, suite, processes, cpus, folder.path());
            try (Transports transports = Transports.open(names, starter)) {
                TrialContext context = context(folder, transports, processes, cpus);
                Map<String, TransportLimit> limits = prepareDrains(context, inputByKind, names);
                guard.limits(limits);
                runTrials(context.withLimits(limits), plan, guard);
            }
            guard.completed();
        }
        progress.step("writing the report");
        ReportRenderer.render(folder);
        return new RunResult(folder.path(), List.copyOf(records));
    }

    /** For people, beside the results: no job file and no engine's folder holds them. */
    private static void writeLabels(RunFolder folder, Map<String, Input> inputByKind) {
        inputByKind.forEach((kind, input) -> {
            List<FaultLabel> labels = input.labels();
            if (!labels.isEmpty()) {
                folder.writeText("labels-" + kind + ".jsonl", LabelFile.text(labels));
            }
        });
    }

    private TrialContext context(
            RunFolder folder, Transports transports, RunProcesses processes, CpuSplit cpus) {
        return new TrialContext(
                Objects.requireNonNull(folder.path().getFileName()).toString(),
                options.variant(),
                options.engineOverrides(),
                suite,
                transports,
                Map.of(),
                processes,
                cpus,
                folder.path().resolve("work"),
                folder.logs(),
                folder.rows());
    }

    private List<String> transportNames() {
        return engines.stream()
                .map(engine -> engine.description().transport())
                .distinct()
                .sorted()
                .toList();
    }

    /** Fills the topic of the drain trials, and drains it once without an engine. */
    private Map<String, TransportLimit> prepareDrains(
            TrialContext context, Map<String, Input> inputByKind, List<String> names)
            throws IOException, InterruptedException {
        Map<String, TransportLimit> limits = new TreeMap<>();
        Input drain = inputByKind.get(Kind.DRAIN);
        for (String name : names) {
            Optional<Transport> transport = context.transports().find(name);
            if (drain != null && transport.isPresent()) {
                progress.step("filling " + name + " with " + drain.digest().count() + " records");
                DrainTopic.fill(context, transport.get(), drain);
                limits.put(name, RawConsumer.measure(context, name, drain));
            }
        }
        return limits;
    }

    private void runTrials(TrialContext context, List<TrialSpec> plan, RunGuard guard)
            throws IOException, InterruptedException {
        TrialRunner runner = new TrialRunner(context, progress);
        for (int i = 0; i < plan.size(); i++) {
            TrialSpec spec = plan.get(i);
            TrialRecord record;
            do {
                progress.started(spec, i + 1, plan.size());
                record = runner.run(spec);
                guard.append(record);
                records.add(record);
                progress.ended(record);
                spec = spec.again();
            } while (record.outcome() == Outcome.GENERATOR_LIMITED
                    && spec.attempt() <= suite.positive("attempts"));
        }
    }
}
