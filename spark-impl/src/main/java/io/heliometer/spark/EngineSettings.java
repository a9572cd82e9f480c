package io.heliometer.spark;

import io.heliometer.common.engine.Job;
import io.heliometer.common.engine.Role;
import io.heliometer.common.engine.Settings;
import io.heliometer.common.engine.UsageException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * This engine's knobs. Keys that start with {@code spark.} are Spark's own and are handed on
 * unread; {@code source.kafka.} and {@code sink.kafka.} address the consumers and producers of the
 * executors; the rest are ours, and checked here.
 *
 * @param values every key of spark.properties, resolved
 */
public record EngineSettings(Settings values) {
    /** Sink: the one that Spark ships. */
    public static final String KAFKA = "kafka";

    /** Sink: one Kafka transaction per task and batch. */
    public static final String TRANSACTIONAL = "transactional";

    /** Queries whose state is kept by an operator of ours, with transformWithState. */
    private static final Set<String> OPERATORS = Set.of("Q1", "Q2", "Q6", "M");

    private static final String PROVIDER = "spark.sql.streaming.stateStore.providerClass";
    private static final String OPERATOR_PROVIDER = "operator.stateStore.providerClass";
    private static final String ENGINE = "spark";
    private static final String SPARK = "spark.";
    private static final String SOURCE = "source.kafka.";
    private static final String SINK = "sink.kafka.";
    private static final String CLIENT = "kafka.";
    private static final String PARTITION = "partition";
    private static final String REALTIME = "realtime";

    /** Checks our own values. */
    public EngineSettings {
        oneOf(values, "clock", PARTITION, "topic");
        oneOf(values, "sink", KAFKA, TRANSACTIONAL);
        oneOf(values, "trigger", "batch", REALTIME);
        for (String key : List.of(
                "watermark.skew.ms", "source.max.offsets.per.trigger", "trigger.interval.ms")) {
            if (values.number(key) < 0) {
                throw new UsageException(
                        "setting " + key + " must be >= 0, was " + values.text(key));
            }
        }
    }

    /**
     * Resolves the settings of a job.
     *
     * @throws UsageException if the variant, a key or a value is unknown, or if a value would not
     *     be heeded
     */
    public static EngineSettings of(Job job) throws IOException {
        requireHeeded(job.query(), job.settings());
        return resolve(job.variant(), job.settings());
    }

    /** Resolves the settings of a variant with the user's overrides. */
    static EngineSettings resolve(String variant, Map<String, String> overrides)
            throws IOException {
        return new EngineSettings(Settings.resolve(
                name -> EngineSettings.class.getResourceAsStream("/" + name),
                ENGINE,
                variant,
                overrides));
    }

    private static void requireHeeded(String query, Map<String, String> overrides) {
        String provider = overrides.get(PROVIDER);
        if (OPERATORS.contains(query) && provider != null) {
            throw new UsageException("setting " + PROVIDER + " must not be set for " + query
                    + ", whose operator has one of its own, was " + provider + "; set "
                    + OPERATOR_PROVIDER);
        }
    }

    private static void oneOf(Settings values, String key, String first, String second) {
        String value = values.text(key);
        if (!value.equals(first) && !value.equals(second)) {
            throw new UsageException(
                    "setting " + key + " must be " + first + " or " + second + ", was " + value);
        }
    }

    /** Returns the configuration of Spark itself, for a query. */
    public Map<String, String> sparkConf(String query) {
        Map<String, String> conf = renamed(SPARK, SPARK);
        if (OPERATORS.contains(query)) {
            conf.put(PROVIDER, values.text(OPERATOR_PROVIDER));
        }
        return conf;
    }

    /** Returns the name of the sink: {@link #KAFKA} or {@link #TRANSACTIONAL}. */
    public String sink() {
        return values.text("sink");
    }

    /** Returns what the sink guarantees, in the words of {@link Role}. */
    public String guarantee() {
        return sink().equals(TRANSACTIONAL) ? Role.EXACTLY_ONCE : Role.AT_LEAST_ONCE;
    }

    /** Returns whether each partition has a watermark of its own; else the topic has one. */
    public boolean clockPerPartition() {
        return values.text("clock").equals(PARTITION);
    }

    /**
     * Returns by how much the watermark stands further back than the query needs, ms: the largest
     * distance between partitions. 0 where each partition has its own.
     */
    public long watermarkSkewMillis() {
        return clockPerPartition() ? 0 : values.number("watermark.skew.ms");
    }

    /** Returns how many records of all partitions one batch may hold; 0 for all there are. */
    public long maxOffsetsPerTrigger() {
        return values.number("source.max.offsets.per.trigger");
    }

    /** Returns whether stateless queries run in real-time mode. */
    public boolean realTime() {
        return values.text("trigger").equals(REALTIME);
    }

    /** Returns how often a batch starts, at most, ms; in real-time mode how long one lasts. */
    public long triggerIntervalMillis() {
        return values.number("trigger.interval.ms");
    }

    /** Returns the options of the Kafka source. */
    Map<String, String> sourceOptions() {
        return renamed(SOURCE, CLIENT);
    }

    /** Returns the options of the Kafka sink. */
    Map<String, String> sinkOptions() {
        return renamed(SINK, CLIENT);
    }

    /** Returns the configuration of the transactional sink's producers. */
    Map<String, String> producerConfig() {
        return renamed(SINK, "");
    }

    private Map<String, String> renamed(String prefix, String newPrefix) {
        Map<String, String> renamed = new TreeMap<>();
        values.values().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                renamed.put(newPrefix + key.substring(prefix.length()), value);
            }
        });
        return renamed;
    }
}
