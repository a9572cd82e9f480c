package io.heliometer.benchmarks.plan;

import io.heliometer.benchmarks.process.CpuSplit;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.suite.Suite;
import io.heliometer.benchmarks.transport.Address;
import io.heliometer.benchmarks.transport.BrokerSettings;
import io.heliometer.benchmarks.transport.KafkaBroker;
import io.heliometer.benchmarks.transport.KafkaExternal;
import io.heliometer.benchmarks.transport.KafkaInContainer;
import io.heliometer.benchmarks.transport.KinesisExternal;
import io.heliometer.benchmarks.transport.KinesisProcess;
import io.heliometer.benchmarks.transport.KinesisSettings;
import io.heliometer.benchmarks.transport.Transport;
import io.heliometer.benchmarks.transport.TransportUnavailable;
import io.heliometer.benchmarks.transport.Transports;
import io.heliometer.common.engine.UsageException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the transport that an engine needs, in the mode that the user chose. */
final class TransportStarter implements Transports.Opener {
    /** Every mode. */
    static final List<String> MODES =
            List.of(Transport.PROCESS, Transport.CONTAINER, Transport.EXTERNAL);

    private final RunOptions options;
    private final Suite suite;
    private final RunProcesses processes;
    private final CpuSplit cpus;
    private final Path logs;
    private final Path work;

    TransportStarter(
            RunOptions options, Suite suite, RunProcesses processes, CpuSplit cpus, Path folder) {
        this.options = options;
        this.suite = suite;
        this.processes = processes;
        this.cpus = cpus;
        this.logs = folder.resolve("logs");
        this.work = folder.resolve("work");
    }

    @Override
    public Transport open(String name)
            throws IOException, InterruptedException, TransportUnavailable {
        return switch (name) {
            case Address.KAFKA -> kafka();
            case Address.KINESIS -> kinesis();
            default ->
                throw new UsageException("transport of an engine must be kafka or kinesis, was "
                        + name + "; look at its engine.json");
        };
    }

    private Transport kafka() throws IOException, InterruptedException, TransportUnavailable {
        if (options.transportMode().equals(Transport.EXTERNAL)) {
            return KafkaExternal.connect(suite.text("kafka.bootstrap.servers"));
        }
        if (options.transportMode().equals(Transport.CONTAINER)) {
            return KafkaInContainer.start();
        }
        BrokerSettings settings = BrokerSettings.in(logs.resolve("broker"))
                .withDataFolder(work.resolve("broker-data"))
                .withCpus(cpus)
                .withKeepData(false);
        return KafkaBroker.start(
                options.brokerPort() == 0 ? settings : settings.withPort(options.brokerPort()),
                processes);
    }

    private Transport kinesis() throws IOException, InterruptedException, TransportUnavailable {
        return switch (options.transportMode()) {
            case Transport.EXTERNAL ->
                KinesisExternal.connect(Address.kinesis(
                        suite.text("kinesis.region"),
                        optional("kinesis.endpoint"),
                        optional("dynamodb.endpoint")));
            case Transport.CONTAINER ->
                throw new TransportUnavailable(
                        "Kinesis has no container mode, as its stand-in is a module of this project",
                        "leave --transport out for engines on Kinesis");
            default ->
                KinesisProcess.start(
                        new KinesisSettings(
                                options.home(),
                                logs.resolve("kinesis"),
                                work.resolve("kinesis-data"),
                                cpus,
                                suite.text("kinesis.limits").equals("on")),
                        processes);
        };
    }

    private Optional<String> optional(String key) {
        return Optional.of(suite.text(key)).filter(text -> !text.isBlank());
    }
}
