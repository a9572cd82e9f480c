package io.heliometer.benchmarks.micro;

import io.heliometer.benchmarks.client.ProducerSettings;
import io.heliometer.benchmarks.load.LoadMain;
import io.heliometer.benchmarks.load.LoadProfile;
import io.heliometer.benchmarks.load.WorkloadFile;
import io.heliometer.benchmarks.process.ChildProcess;
import io.heliometer.benchmarks.process.ChildSpec;
import io.heliometer.benchmarks.process.JavaCommand;
import io.heliometer.benchmarks.process.RunProcesses;
import io.heliometer.benchmarks.transport.KafkaBroker;
import io.heliometer.benchmarks.transport.TopicSpec;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.SimulatedWorkload;
import io.heliometer.common.workload.WorkloadSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How fast the load generator fills a Kafka topic, beside Kafka's own
 * {@code kafka-producer-perf-test} on the same broker: as many records of the same size, the same
 * producer settings, a JVM of the same size each, one after the other. The generator also makes its
 * records, with their keys and their order, and adds up their digest.
 */
public final class SendRate {
    private static final int HEAP_MIB = 512;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String TOOL = "org.apache.kafka.tools.ProducerPerformance";
    private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");
    private static final double NANOS_PER_SECOND = 1e9;

    private final RunProcesses processes;
    private final KafkaBroker broker;
    private final Path folder;
    private final Path workloadFile;
    private final int partitions;
    private final long records;
    private final long meanBytes;

    /**
     * Prepares the comparison.
     *
     * @param folder gets logs and the workload file
     * @param spec of what the generator sends; as many records are sent by the tool
     */
    public SendRate(RunProcesses processes, KafkaBroker broker, Path folder, WorkloadSpec spec)
            throws IOException {
        this.processes = processes;
        this.broker = broker;
        this.folder = folder;
        this.workloadFile = folder.resolve("workload.properties");
        WorkloadFile.write(WorkloadFile.describe(spec), workloadFile);
        SimulatedWorkload workload = new SimulatedWorkload(spec);
        this.partitions = workload.partitions();
        MergedCursor cursor = new MergedCursor(workload);
        long count = 0;
        long bytes = 0;
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            count++;
            bytes += Integer.BYTES + next.payload().length;
        }
        this.records = count;
        this.meanBytes = Math.round((double) bytes / count);
    }

    /** Returns how many records each side sends. */
    public long records() {
        return records;
    }

    /** Returns the mean size of the generator's records, key and payload, bytes. */
    public long meanBytes() {
        return meanBytes;
    }

    /** Returns the rate of the load generator, records/s. */
    public double generator(String name) throws IOException, InterruptedException {
        Map<String, Long> nanos = new ConcurrentHashMap<>();
        String topic = topic(name);
        JavaCommand command = java(LoadMain.class.getName())
                .withArguments(
                        workloadFile.toString(),
                        broker.address().text(),
                        topic,
                        "0",
                        LoadProfile.CONSTANT.text())
                .tethered();
        run(name, command, line -> nanos.put(line.split(" ", 3)[1], System.nanoTime()));
        broker.deleteTopics(List.of(topic));
        Long start = nanos.get("START");
        Long loaded = nanos.get("LOADED");
        if (start == null || loaded == null) {
            throw new IllegalStateException("load generator must say START and LOADED, said "
                    + nanos.keySet() + "; its log is in " + folder);
        }
        return records * NANOS_PER_SECOND / (loaded - start);
    }

    /**
     * Returns the rate of Kafka's own tool, records/s, with the generator's producer settings.
     *
     * @param overrides producer settings that replace the generator's
     */
    public double tool(String name, Map<String, String> overrides)
            throws IOException, InterruptedException {
        String topic = topic(name);
        Map<String, String> settings = ProducerSettings.of(false);
        settings.putAll(overrides);
        JavaCommand command = java(TOOL)
                .withArguments(
                        "--bootstrap-server",
                        broker.bootstrapServers(),
                        "--topic",
                        topic,
                        "--num-records",
                        Long.toString(records),
                        "--record-size",
                        Long.toString(meanBytes),
                        "--throughput",
                        "-1",
                        "--command-property")
                .withArguments(settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        ChildProcess child = run(name, command, line -> {});
        broker.deleteTopics(List.of(topic));
        // The last line is about the whole; those before it are about some seconds each.
        try (Stream<String> lines = Files.lines(child.outLog())) {
            return lines.flatMap(line -> RATE.matcher(line).results())
                    .map(MatchResult::group)
                    .map(found -> Double.parseDouble(found.split(" ", 4)[2]))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new IllegalStateException(
                            TOOL + " must print a rate, did not; its log is " + child.outLog()));
        }
    }

    private String topic(String name) throws InterruptedException {
        broker.createTopics(List.of(TopicSpec.logAppendTime(name, partitions)));
        return name;
    }

    private static JavaCommand java(String mainClass) {
        return JavaCommand.of(mainClass).withFlags("-XX:+UseSerialGC").withHeapMebibytes(HEAP_MIB);
    }

    private ChildProcess run(String name, JavaCommand command, Consumer<String> listener)
            throws IOException, InterruptedException {
        ChildProcess child =
                processes.start(ChildSpec.in(folder, name, command.commandLine()), listener);
        if (!child.awaitExit(LIMIT) || child.exitCode().orElse(-1) != 0) {
            throw new IllegalStateException(name + " must end well within " + LIMIT.toSeconds()
                    + " s, did not: " + child.lastLines());
        }
        return child;
    }
}
