package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.load.WorkloadFile;
import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.benchmarks.transport.BrokerSettings;
import io.heliometer.benchmarks.transport.KafkaBroker;
import io.heliometer.benchmarks.transport.KinesisProcess;
import io.heliometer.benchmarks.transport.KinesisSettings;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.benchmarks.transport.TransportUnavailable;
import io.heliometer.benchmarks.transport.Transports;
import io.heliometer.common.workload.Disorder;
import io.heliometer.common.workload.WorkloadSpec;
import io.heliometer.results.run.TrialRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Transports with a filled topic each, on which tests run trials of any engine. */
final class TrialBench implements AutoCloseable {
    static final Path HOME = Path.of("").toAbsolutePath().resolveSibling("");

    private final RunProcesses processes;
    private final Transports transports;
    private final Suite suite;
    private final Path folder;
    private final Input input;
    private int number;

    TrialBench(
            Path folder,
            WorkloadSpec spec,
            Map<String, String> suiteOverrides,
            List<String> transportNames)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.suite = Suite.load("quick", suiteOverrides);
        Path file = folder.resolve("workload.properties");
        WorkloadFile.write(WorkloadFile.describe(spec), file);
        this.input = new Input(Kind.DRAIN, WorkloadFile.open(file), file, 0);
        this.processes = RunProcesses.open(Files.createDirectories(folder.resolve("logs")));
        this.transports = Transports.open(transportNames, this::open);
        for (String name : transportNames) {
            if (transports.find(name).isPresent()) {
                DrainTopic.fill(context(Map.of()), transports.get(name), input);
            }
        }
    }

    private Transport open(String name)
            throws IOException, InterruptedException, TransportUnavailable {
        return name.equals(Address.KAFKA)
                ? KafkaBroker.start(
                        BrokerSettings.in(folder.resolve("broker")).withKeepData(false), processes)
                : KinesisProcess.start(
                        new KinesisSettings(
                                HOME,
                                folder.resolve("kinesis"),
                                folder.resolve("kinesis-data"),
                                CpuSplit.none("a test"),
                                false),
                        processes);
    }

    /** A fleet of two sites for a quarter of an hour, with every kind of disorder. */
    static WorkloadSpec smallWorkload() {
        return new WorkloadSpec(
                3, 400, 2, WorkloadSpec.MIDSUMMER_MORNING_MILLIS, 15, Disorder.FIELD);
    }

    TrialRecord run(EngineFolder engine, String query, Map<String, String> settings)
            throws IOException, InterruptedException {
        number++;
        TrialSpec spec = new TrialSpec(number, engine, query, input, null, 1);
        return new TrialRunner(context(Map.of(engine.name(), settings)), new SilentProgress())
                .run(spec);
    }

    /** Runs an open-loop trial of five seconds in which a worker is killed after one or two. */
    TrialRecord runWithFault(EngineFolder engine, String query)
            throws IOException, InterruptedException {
        number++;
        double speedup = input.workload().horizon().lengthMillis() / 5_000.0;
        Input paced = new Input(Kind.OPEN_LOOP, input.workload(), input.file(), speedup);
        TrialSpec spec = new TrialSpec(number, engine, query, paced, TrialRecord.KILL_WORKER, 1);
        return new TrialRunner(context(Map.of()), new SilentProgress()).run(spec);
    }

    private TrialContext context(Map<String, Map<String, String>> overrides) throws IOException {
        return new TrialContext(
                "test",
                "default",
                overrides,
                suite,
                transports,
                Map.of(),
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
        transports.close();
        processes.close();
    }
}
