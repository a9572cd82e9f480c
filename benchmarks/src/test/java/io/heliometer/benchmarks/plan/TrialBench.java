package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.load.WorkloadFile;
import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.BrokerSettings;
import io.heliometer.benchmarks.transport.KafkaBroker;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.results.run.TrialRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker with a filled topic, on which tests run trials of any engine. */
final class TrialBench implements AutoCloseable {
    private final RunProcesses processes;
    private final KafkaBroker broker;
    private final Suite suite;
    private final Path folder;
    private final Input input;
    private int number;

    TrialBench(Path folder, WorkloadSpec spec, Map<String, String> suiteOverrides)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.suite = Suite.load("quick", suiteOverrides);
        Path file = folder.resolve("workload.properties");
        WorkloadFile.write(WorkloadFile.describe(spec), file);
        this.input = new Input(Kind.DRAIN, WorkloadFile.open(file), file, 0);
        this.processes = RunProcesses.open(Files.createDirectories(folder.resolve("logs")));
        this.broker = KafkaBroker.start(
                BrokerSettings.in(folder.resolve("broker")).withKeepData(false), processes);
        DrainTopic.fill(context(Map.of()), input);
    }

    /** A fleet of two sites for a quarter of an hour, with every kind of disorder. */
    static WorkloadSpec smallWorkload() {
        return new WorkloadSpec(
                3, 400, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 15, Disorder.FIELD);
    }

    TrialRecord run(EngineFolder engine, String query, Map<String, String> settings)
            throws IOException, InterruptedException {
        number++;
        TrialSpec spec = new TrialSpec(number, engine, query, input, 1);
        return new TrialRunner(context(Map.of(engine.name(), settings)), new SilentProgress())
                .run(spec);
    }

    private TrialContext context(Map<String, Map<String, String>> overrides) throws IOException {
        return new TrialContext(
                "test",
                "default",
                overrides,
                suite,
                broker,
                processes,
                CpuSplit.none("a test"),
                Files.createDirectories(folder.resolve("work")),
                folder.resolve("logs"),
                Files.createDirectories(folder.resolve("rows")));
    }

    /** Nobody watches. */
    private static final class SilentProgress implements ProgressListener {
        @Override
        public void step(String text) {}

        @Override
        public void started(TrialSpec spec, int trial, int planned) {}

        @Override
        public void rows(TrialSpec spec, long seen, long expected) {}

        @Override
        public void ended(TrialRecord trial) {}
    }

    @Override
    public void close() {
        broker.close();
        processes.close();
    }
}
