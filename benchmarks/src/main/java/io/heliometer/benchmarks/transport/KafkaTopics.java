package io.heliometer.benchmarks.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The administrative requests, each with a bound; the same for every mode of transport. */
final class KafkaTopics implements AutoCloseable {
    private static final long LIMIT_MILLIS = 30_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Admin admin;

    KafkaTopics(String bootstrapServers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "heliometer-admin"));
    }

    /** Returns the number of brokers that answer. */
    int brokerCount() throws InterruptedException {
        return get("describe the cluster", admin.describeCluster().nodes()).size();
    }

    void create(List<TopicSpec> topics) throws InterruptedException {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitionCount(), (short) 1)
                        .configs(topic.settings()))
                .toList();
        get("create " + topics, admin.createTopics(wanted).all());
        awaitLeaders(topics.stream().map(TopicSpec::name).toList());
    }

    /** A topic exists before its leaders do: a client that comes early would have to retry. */
    private void awaitLeaders(List<String> names) throws InterruptedException {
        long start = System.nanoTime();
        while (!led(names)) {
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS)) {
                throw new TransportFailure(
                        "topics must have leaders within " + LIMIT_MILLIS + " ms, was " + names,
                        new TimeoutException());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean led(List<String> names) throws InterruptedException {
        try {
            Map<String, TopicDescription> found =
                    get("describe " + names, admin.describeTopics(names).allTopicNames());
            return found.values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (TransportFailure e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    void delete(Collection<String> names) throws InterruptedException {
        for (KafkaFuture<Void> deleted :
                admin.deleteTopics(names).topicNameValues().values()) {
            try {
                get("delete " + names, deleted);
            } catch (TransportFailure e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
    }

    Map<Integer, Long> endOffsets(String topic) throws InterruptedException {
        TopicDescription description = get(
                        "describe " + topic,
                        admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic);
        int count = description == null ? 0 : description.partitions().size();
        Map<TopicPartition, OffsetSpec> wanted = IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get("list offsets of " + topic, admin.listOffsets(wanted).all());
        return found.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset()));
    }

    private static <T> T get(String what, KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new TransportFailure("cannot " + what + ": " + cause, cause == null ? e : cause);
        } catch (TimeoutException e) {
            throw new TransportFailure(
                    "cannot " + what + ": no answer within " + LIMIT_MILLIS + " ms", e);
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_LIMIT);
    }
}
