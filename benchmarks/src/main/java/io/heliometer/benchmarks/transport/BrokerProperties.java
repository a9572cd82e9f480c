package io.heliometer.benchmarks.transport;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The broker's configuration: one combined KRaft node on the loopback interface, set for quick
 * starts and quick fail-over.
 *
 * <p>Source of every key: the broker configuration reference of Kafka 4.3.
 */
final class BrokerProperties {
    private BrokerProperties() {}

    /** Returns the resolved properties, sorted by key. */
    static Map<String, String> of(BrokerSettings settings, int port, int controllerPort) {
        Map<String, String> all = new TreeMap<>();
        node(all, port, controllerPort);
        all.put("log.dirs", settings.dataFolder().toString());
        all.putAll(common());
        all.putAll(settings.overrides());
        return all;
    }

    /** Returns what holds wherever the broker runs: no listeners, no folders. */
    static Map<String, String> common() {
        Map<String, String> all = new TreeMap<>();
        topics(all);
        groups(all);
        transactions(all);
        return all;
    }

    private static void node(Map<String, String> all, int port, int controllerPort) {
        String client = "PLAINTEXT://127.0.0.1:" + port;
        String controller = "127.0.0.1:" + controllerPort;
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("listeners", client + ",CONTROLLER://" + controller);
        all.put("advertised.listeners", client + ",CONTROLLER://" + controller);
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("controller.quorum.bootstrap.servers", controller);
    }

    private static void topics(Map<String, String> all) {
        // A misspelt topic must fail, not appear.
        all.put("auto.create.topics.enable", "false");
        // Event times of the past would be deleted within minutes, and those ahead be refused.
        all.put("log.retention.ms", "-1");
        all.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        // Topics of past trials give their disk space back at once.
        all.put("log.segment.delete.delay.ms", "1000");
        // The default of 128 MiB would be a quarter of the heap.
        all.put("log.cleaner.dedupe.buffer.size", "33554432");
    }

    private static void groups(Map<String, String> all) {
        all.put("offsets.topic.replication.factor", "1");
        all.put("offsets.topic.num.partitions", "4");
        all.put("share.coordinator.state.topic.replication.factor", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("share.coordinator.state.topic.num.partitions", "4");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("group.streams.initial.rebalance.delay.ms", "0");
        // Lower bounds only: what an engine sets is its own affair, default or tuned.
        all.put("group.min.session.timeout.ms", "1000");
        all.put("group.consumer.min.session.timeout.ms", "1000");
        all.put("group.consumer.min.heartbeat.interval.ms", "100");
        all.put("group.streams.min.session.timeout.ms", "1000");
        all.put("group.streams.min.heartbeat.interval.ms", "100");
    }

    private static void transactions(Map<String, String> all) {
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("transaction.state.log.num.partitions", "4");
        // The default of 10 s would hide how fast an engine recovers.
        all.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    }

    /** Returns the text of a properties file. */
    static String text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }
}
