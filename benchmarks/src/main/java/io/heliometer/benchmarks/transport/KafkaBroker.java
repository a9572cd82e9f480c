package io.heliometer.benchmarks.transport;

import io.heliometer.benchmarks.process.ChildFailure;
import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.ChildSpec;
import io.heliometer.benchmarks.process.CpuSide;
import io.heliometer.benchmarks.process.EnvironmentProblem;
import io.heliometer.benchmarks.process.FreePorts;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.process.RunProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;

/** Transport mode {@code process}: a real Kafka broker as a child process on the loopback. */
public final class KafkaBroker extends KafkaTransport {
    private static final String NAME = "broker";
    private static final String READY_LINE = "Kafka Server started";
    private static final String FENCING = "Fencing broker";
    private static final String PORT_LOST = "Address already in use";

    /** Somebody may take a free port between its discovery and its use. */
    private static final int START_ATTEMPTS = 3;

    private final BrokerSettings settings;
    private final RunProcesses run;
    private final int port;
    private final String clusterId = Uuid.randomUuid().toString();
    private final Map<String, String> properties;
    private final List<Incarnation> incarnations = new ArrayList<>();
    private final KafkaTopics topics;

    private record Incarnation(ChildProcess child, long fencingsAtReady) {}

    private KafkaBroker(BrokerSettings settings, RunProcesses run, int port, int controllerPort)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.run = run;
        this.port = port;
        properties = BrokerProperties.of(settings, port, controllerPort);
        Files.createDirectories(settings.folder());
        Files.createDirectories(settings.dataFolder());
        Files.writeString(propertiesFile(), BrokerProperties.text(properties));
        launch();
        topics = new KafkaTopics(bootstrapServers());
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @throws EnvironmentProblem if the port asked for is in use
     * @throws ChildFailure if the broker does not start
     * @throws IOException if its folder cannot be written
     */
    public static KafkaBroker start(BrokerSettings settings, RunProcesses run)
            throws IOException, InterruptedException {
        settings.port().ifPresent(KafkaBroker::requireFree);
        requireNew(settings.dataFolder());
        for (int attempt = 1; ; attempt++) {
            List<Integer> free = FreePorts.find(2);
            int port = settings.port().orElse(free.get(0));
            try {
                KafkaBroker broker = new KafkaBroker(settings, run, port, free.get(1));
                broker.topics.brokerCount();
                return broker;
            } catch (ChildFailure e) {
                if (attempt == START_ATTEMPTS || !e.lastLines().contains(PORT_LOST)) {
                    throw e;
                }
                // The ports are written into the formatted folder.
                Folders.delete(settings.dataFolder());
            }
        }
    }

    private static void requireNew(Path folder) {
        if (Files.exists(folder)) {
            throw new EnvironmentProblem(
                    "broker data folder " + folder + " exists",
                    "a broker starts with no data of another run",
                    "choose another output folder, or delete this one");
        }
    }

    private static void requireFree(int port) {
        if (!FreePorts.free(port)) {
            throw new EnvironmentProblem(
                    "broker port " + port + " of 127.0.0.1 is in use",
                    "the broker needs a port of its own",
                    "choose another one with --broker-port, or leave the option out to take a free"
                            + " one");
        }
    }

    private void launch() throws IOException, InterruptedException {
        List<String> command = JavaCommand.of(BrokerMain.class.getName())
                .withHeapMebibytes(BrokerSettings.HEAP_MEBIBYTES)
                .withFlags(settings.jvmFlags())
                .withFlags("-Dlog4j2.configurationFile=classpath:broker-log4j2.properties")
                .withArguments(propertiesFile().toString(), clusterId)
                .commandLine();
        ChildSpec spec = ChildSpec.in(
                        settings.folder(), NAME, settings.cpus().pin(CpuSide.HARNESS, command))
                .withReadyLine(READY_LINE)
                .withCountedText(FENCING);
        ChildProcess child = run.start(spec, line -> {});
        try {
            child.awaitReady(BrokerSettings.START_LIMIT);
        } catch (ChildFailure e) {
            child.stop(BrokerSettings.STOP_LIMIT);
            throw e;
        }
        incarnations.add(new Incarnation(child, child.countedLineCount()));
    }

    /**
     * Starts the broker again after {@link #kill}, with the same ports and data, and waits until it
     * answers: not before the session of the dead one has expired (9 s by default).
     *
     * @throws IllegalStateException if it still runs
     */
    public void restart() throws IOException, InterruptedException {
        if (process().alive()) {
            throw new IllegalStateException("broker must be dead to be restarted, was alive");
        }
        launch();
        topics.brokerCount();
    }

    /** Kills the broker with SIGKILL: the fault "broker lost". The page cache survives. */
    public void kill() {
        process().kill();
    }

    /** Returns the process that runs now or ran last. */
    public ChildProcess process() {
        return incarnations.get(incarnations.size() - 1).child();
    }

    /**
     * Returns how often the controller has fenced the running broker: more than 0 makes a trial
     * invalid. After a kill the dead incarnation is fenced once, before the new one is ready; that
     * is not counted.
     */
    public long fencingCount() {
        return incarnations.stream()
                .mapToLong(each -> each.child().countedLineCount() - each.fencingsAtReady())
                .sum();
    }

    @Override
    public String mode() {
        return PROCESS;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    KafkaTopics topics() {
        return topics;
    }

    @Override
    public OptionalLong serverCpuMillis() {
        return OptionalLong.of(process().usage().cpuMillis());
    }

    @Override
    public Map<String, String> describe() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("mode", mode());
        facts.put("version", AppInfoParser.getVersion());
        facts.put("heapMebibytes", Integer.toString(BrokerSettings.HEAP_MEBIBYTES));
        facts.put("jvmFlags", String.join(" ", settings.jvmFlags()));
        properties.forEach((key, value) -> facts.put("broker." + key, value));
        return facts;
    }

    /** Stops the broker cleanly; its logs stay in its folder, its data if the settings say so. */
    @Override
    public void close() {
        topics.close();
        try {
            process().stop(BrokerSettings.STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!settings.keepData()) {
            Folders.delete(settings.dataFolder());
        }
    }

    private Path propertiesFile() {
        return settings.folder().resolve("server.properties");
    }
}
