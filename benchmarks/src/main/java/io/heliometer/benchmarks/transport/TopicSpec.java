package io.heliometer.benchmarks.transport;

import java.util.HashMap;
import java.util.Map;

/**
 * A topic to create.
 *
 * @param name its name
 * @param partitionCount at least 1
 * @param settings Kafka topic settings that differ from the broker's
 */
public record TopicSpec(String name, int partitionCount, Map<String, String> settings) {

    /** Copies the settings and checks the count. */
    public TopicSpec {
        if (partitionCount < 1) {
            throw new IllegalArgumentException(
                    "partitionCount must be >= 1, was " + partitionCount);
        }
        settings = Map.copyOf(settings);
    }

    /** Returns a topic whose records keep the time that their producer gave them. */
    public static TopicSpec createTime(String name, int partitionCount) {
        return new TopicSpec(name, partitionCount, Map.of());
    }

    /** Returns a topic whose records carry the broker's clock at their arrival. */
    public static TopicSpec logAppendTime(String name, int partitionCount) {
        return createTime(name, partitionCount).with("message.timestamp.type", "LogAppendTime");
    }

    /** Returns this topic with one more setting. */
    public TopicSpec with(String key, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(key, value);
        return new TopicSpec(name, partitionCount, more);
    }
}
