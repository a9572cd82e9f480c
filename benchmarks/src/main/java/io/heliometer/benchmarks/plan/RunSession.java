package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.BrokerSettings;
import io.heliometer.benchmarks.transport.KafkaBroker;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.results.render.ReportRenderer;
import io.heliometer.results.run.Outcome;
import io.heliometer.results.run.RunRecord;
import io.heliometer.results.run.TrialRecord;
import io.heliometer.results.store.RunFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        engines.forEach(engine -> engine.settings(
                options.variant(),
                options.engineOverrides().getOrDefault(engine.name(), Map.of())));
    }

    /** Runs every trial and writes the report; returns the folder and the trials. */
    public RunResult run() throws IOException, InterruptedException {
        Path path = RunNames.folder(options);
        RunFolder folder = RunFolder.create(path);
        Path work = Files.createDirectories(folder.path().resolve("work"));
        CpuSplit cpus = CpuSplit.detect(options.pin());
        progress.step("making the input and the oracle's answers");
        Inputs inputs = new Inputs(suite, options, work);
        Map<String, Input> inputByKind = inputs.make();
        List<TrialSpec> plan = Plan.of(suite, engines, inputByKind);
        RunRecord run = new RunFacts(options, suite, engines)
                .record(path, cpus, inputs.description(), plan.size());
        folder.write(run);
        try (RunGuard guard = new RunGuard(folder, run, work, options.keepRows());
                RunProcesses processes = RunProcesses.open(folder.logs())) {
            progress.step("starting the Kafka broker");
            try (Transport broker =
                    KafkaBroker.start(brokerSettings(folder, work, cpus), processes)) {
                TrialContext context = new TrialContext(
                        run.run(),
                        options.variant(),
                        options.engineOverrides(),
                        suite,
                        broker,
                        processes,
                        cpus,
                        work,
                        folder.logs(),
                        folder.rows());
                fill(context, inputByKind);
                runTrials(context, plan, guard);
            }
            guard.completed();
        }
        progress.step("writing the report");
        ReportRenderer.render(folder);
        return new RunResult(folder.path(), List.copyOf(records));
    }

    private BrokerSettings brokerSettings(RunFolder folder, Path work, CpuSplit cpus) {
        BrokerSettings settings = BrokerSettings.in(folder.logs().resolve("broker"))
                .withDataFolder(work.resolve("broker-data"))
                .withCpus(cpus)
                .withKeepData(false);
        return options.brokerPort() == 0 ? settings : settings.withPort(options.brokerPort());
    }

    private void fill(TrialContext context, Map<String, Input> inputByKind)
            throws IOException, InterruptedException {
        Input drain = inputByKind.get(Kind.DRAIN);
        if (drain != null) {
            progress.step("filling the topic with " + drain.digest().count() + " records");
            DrainTopic.fill(context, drain);
        }
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
