package io.heliometer.common.engine;

import io.heliometer.common.model.Horizon;
import io.heliometer.common.model.PanelRegistry;
import io.heliometer.common.model.SunTable;
import io.heliometer.common.time.Lateness;
import io.heliometer.common.wire.RegistryFile;
import io.heliometer.common.wire.SunFile;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the harness asks of an engine: a properties file, the same for all roles of one trial. A
 * format of the JDK, so that the SPI adds no JSON library to any engine's class path.
 *
 * <p>Keys: {@code query}, {@code variant} (default or tuned), {@code application.id},
 * {@code transport} (kafka or kinesis), {@code topic.panel|results|rejects} (names of topics or of
 * streams), {@code partitions} (or shards), {@code horizon.start|end} (ms UTC), {@code lateness}
 * (ms), {@code registry.file}, {@code sun.file}, {@code work.dir}, {@code count.<role>},
 * {@code heap.<role>} (MiB), {@code port.<role-n>.<name>}, {@code setting.<engine setting>}. With
 * Kafka also {@code bootstrap.servers}; with Kinesis {@code region} and, unless the real service is
 * meant, {@code kinesis.endpoint} and {@code dynamodb.endpoint}.
 *
 * <p>Every accessor throws {@link UsageException} if its key is absent or not of its type.
 */
public final class Job {
    private final Map<String, String> values;

    /**
     * Holds the values as they are; each is checked when it is asked for.
     *
     * @param values the keys above with their values
     */
    public Job(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads a job file.
     *
     * @throws IOException if it cannot be read
     */
    public static Job read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key)));
        return new Job(values);
    }

    /** Writes the job file. */
    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "One trial; every role of the engine reads this file.");
        }
    }

    /** Returns the query's number, such as {@code Q3}. */
    public String query() {
        return require("query");
    }

    /** Returns the variant of the engine's settings: {@code default} or {@code tuned}. */
    public String variant() {
        return require("variant");
    }

    /**
     * Returns the name under which the engine commits offsets and transactions; unique per trial.
     */
    public String applicationId() {
        return require("application.id");
    }

    /** Returns the Kafka bootstrap servers. */
    public String bootstrapServers() {
        return require("bootstrap.servers");
    }

    /** Returns the region of Kinesis streams and of the lease table, such as {@code us-east-1}. */
    public String region() {
        return require("region");
    }

    /**
     * Returns the endpoint of a local stand-in for Kinesis Data Streams, which takes any
     * credentials; empty for the real service of the region.
     */
    public Optional<URI> kinesisEndpoint() {
        return Optional.ofNullable(values.get("kinesis.endpoint")).map(URI::create);
    }

    /**
     * Returns the endpoint of a local stand-in for DynamoDB, where the lease table named
     * {@link #applicationId()} exists already; empty for the real service of the region.
     */
    public Optional<URI> dynamodbEndpoint() {
        return Optional.ofNullable(values.get("dynamodb.endpoint")).map(URI::create);
    }

    /** Returns the input topic. */
    public String panelTopic() {
        return require("topic.panel");
    }

    /** Returns the topic for result rows. */
    public String resultsTopic() {
        return require("topic.results");
    }

    /** Returns the topic for reject rows. */
    public String rejectsTopic() {
        return require("topic.rejects");
    }

    /** Returns the number of partitions of every topic. */
    public int partitions() {
        return integer("partitions");
    }

    /** Returns the event-time span of the run. */
    public Horizon horizon() {
        return new Horizon(number("horizon.start"), number("horizon.end"));
    }

    /** Returns the lateness rule. */
    public Lateness lateness() {
        return new Lateness(number("lateness"));
    }

    /** Loads when the sun is up; empty where the job names no such file. */
    public SunTable sun() throws IOException {
        String file = values.get("sun.file");
        return file == null ? SunTable.EMPTY : SunFile.read(Path.of(file));
    }

    /** Loads the registry of panels: the version of each that is known when the run starts. */
    public PanelRegistry registry() throws IOException {
        return RegistryFile.read(Path.of(require("registry.file")));
    }

    /** Returns a folder of this trial, where an engine may keep state and checkpoints. */
    public Path workDir() {
        return Path.of(require("work.dir"));
    }

    /** Returns how many processes of this role there are. */
    public int count(String role) {
        return integer("count." + role);
    }

    /** Returns the maximum heap of this role, MiB. */
    public int heapMiB(String role) {
        return integer("heap." + role);
    }

    /**
     * Returns a free loopback port that was reserved for a role, such as
     * {@code port("coordinator-1", "rest")}.
     */
    public int port(String roleName, String portName) {
        return integer("port." + roleName + "." + portName);
    }

    /**
     * Returns the user's overrides of the engine's settings, without the {@code setting.} prefix.
     */
    public Map<String, String> settings() {
        String prefix = "setting.";
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private int integer(String key) {
        long value = number(key);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new UsageException("job key " + key + " must fit in 32 bits, was " + value);
        }
        return (int) value;
    }

    private long number(String key) {
        String value = require(key);
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new UsageException("job key " + key + " must be an integer, was " + value);
        }
    }

    private String require(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new UsageException("job key " + key + " must be set; see " + Job.class.getName());
        }
        return value;
    }
}
