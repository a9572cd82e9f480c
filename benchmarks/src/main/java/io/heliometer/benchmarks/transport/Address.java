package io.heliometer.benchmarks.transport;

import io.heliometer.common.engine.UsageException;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a client reaches a transport: the keys that a job file holds for it, {@code transport} with
 * {@code bootstrap.servers}, or with {@code region}, {@code kinesis.endpoint} and
 * {@code dynamodb.endpoint}.
 *
 * @param values by key
 */
public record Address(Map<String, String> values) {
    /** The name of the transport of Kafka's protocol. */
    public static final String KAFKA = "kafka";

    /** The name of the transport of Kinesis Data Streams. */
    public static final String KINESIS = "kinesis";

    /** The key that asks the load for aggregated Kinesis records, {@code true} or {@code false}. */
    public static final String AGGREGATE = "kinesis.aggregate";

    private static final String SEPARATOR = ";";

    /** Copies the values. */
    public Address {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Returns the address of a Kafka cluster. */
    public static Address kafka(String bootstrapServers) {
        return new Address(Map.of("transport", KAFKA, "bootstrap.servers", bootstrapServers));
    }

    /**
     * Returns the address of Kinesis Data Streams in a region.
     *
     * @param kinesisEndpoint of a stand-in; empty for the real service
     * @param dynamodbEndpoint of a stand-in for the lease table's service; empty for the real one
     */
    public static Address kinesis(
            String region, Optional<String> kinesisEndpoint, Optional<String> dynamodbEndpoint) {
        Map<String, String> values = new TreeMap<>();
        values.put("transport", KINESIS);
        values.put("region", region);
        kinesisEndpoint.ifPresent(endpoint -> values.put("kinesis.endpoint", endpoint));
        dynamodbEndpoint.ifPresent(endpoint -> values.put("dynamodb.endpoint", endpoint));
        return new Address(values);
    }

    /** Returns the address that {@link #text} wrote. */
    public static Address parse(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : text.split(SEPARATOR, -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("address must be key=value;key=value, was " + text);
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Address(values);
    }

    /** Returns the address as one argument of a command line. */
    public String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Returns this address with one more value. */
    public Address with(String key, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        return new Address(more);
    }

    /** Returns the name of the transport. */
    public String transport() {
        return require("transport");
    }

    /** Returns a value that must be there. */
    public String require(String key) {
        return find(key)
                .orElseThrow(
                        () -> new UsageException("address must hold " + key + ", was " + values));
    }

    /** Returns a value. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
