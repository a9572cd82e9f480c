package io.heliometer.spark.internal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way out, as the Kafka sink wants it: topic and value. A bean for the reasons given
 * at {@link StringSample}.
 */
public final class OutputRow {
    /** No row: what an end-of-stream marker gives. */
    public static final OutputRow NONE = new OutputRow("", null);

    private final String topic;
    private final byte @Nullable [] value;

    /**
     * Addresses a row.
     *
     * @param topic where it goes
     * @param value UTF-8 bytes of the row, or null for no row
     */
    public OutputRow(String topic, byte @Nullable [] value) {
        this.topic = topic;
        this.value = value;
    }

    /** Addresses a row of text. */
    public static OutputRow of(String topic, String row) {
        return new OutputRow(topic, row.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns where the row goes. */
    public String getTopic() {
        return topic;
    }

    /** Returns the row, or null if there is none. */
    public byte @Nullable [] getValue() {
        return value;
    }
}
