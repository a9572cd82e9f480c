package io.heliometer.benchmarks.measure;

import io.heliometer.common.engine.Role;
import io.heliometer.common.wire.OutputTopic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Watches an engine's output, a process of its own: {@code ObserverMain <bootstrap servers>
 * <results topic> <rejects topic> <file>}. Reads committed rows only, writes each with the broker's
 * append time and its own clock, and prints {@code SEEN <count>}. On SIGTERM it reads on to the end
 * of what is committed.
 */
public final class ObserverMain {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FINISH_SECONDS = 30;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String resultsTopic;
    private final BufferedWriter out;
    private volatile boolean finishing;
    private long seen;
    private long reported = -1;
    private long reportedNanos;

    private ObserverMain(
            KafkaConsumer<byte[], byte[]> consumer, String resultsTopic, BufferedWriter out) {
        this.consumer = consumer;
        this.resultsTopic = resultsTopic;
        this.out = out;
    }

    /** Observes until SIGTERM; see the type's description. */
    public static void main(String[] args) throws IOException {
        CountDownLatch finished = new CountDownLatch(1);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config(args[0]));
                BufferedWriter out =
                        Files.newBufferedWriter(Path.of(args[3]), StandardCharsets.UTF_8)) {
            ObserverMain observer = new ObserverMain(consumer, args[1], out);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> observer.finish(finished), "finish"));
            observer.assign(List.of(args[1], args[2]));
            observer.run();
        } finally {
            finished.countDown();
        }
    }

    private static Map<String, Object> config(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50);
    }

    private void assign(List<String> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        partitions.forEach(consumer::position);
        say("READY observer");
    }

    private void run() throws IOException {
        while (!finishing || !isAtEnd()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            long seenMillis = System.currentTimeMillis();
            for (ConsumerRecord<byte[], byte[]> next : records) {
                write(next, seenMillis);
            }
            report(false);
        }
        report(true);
    }

    private void write(ConsumerRecord<byte[], byte[]> next, long seenMillis) throws IOException {
        OutputTopic topic =
                next.topic().equals(resultsTopic) ? OutputTopic.RESULTS : OutputTopic.REJECTS;
        String row = new String(next.value(), StandardCharsets.UTF_8);
        out.write(new Observation(topic, next.timestamp(), seenMillis, row).toLine());
        out.newLine();
        seen++;
    }

    private boolean isAtEnd() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
    }

    private void report(boolean last) {
        long now = System.nanoTime();
        if (last || (seen != reported && now - reportedNanos > REPORT_NANOS)) {
            say(String.format(Locale.ROOT, "SEEN %d", seen));
            reported = seen;
            reportedNanos = now;
        }
    }

    private void finish(CountDownLatch finished) {
        finishing = true;
        try {
            if (!finished.await(FINISH_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "observer must reach the end within " + FINISH_SECONDS + " s, did not");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String text) {
        System.out.println(Role.PREFIX + text);
        System.out.flush();
    }
}
