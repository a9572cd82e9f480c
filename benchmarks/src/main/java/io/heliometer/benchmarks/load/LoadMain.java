package io.heliometer.benchmarks.load;

import io.heliometer.common.engine.Role;
import io.heliometer.common.wire.Digest;
import io.heliometer.common.workload.MergedCursor;
import io.heliometer.common.workload.ScheduledRecord;
import io.heliometer.common.workload.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The load generator, a process of its own: {@code LoadMain <workload file> <bootstrap servers>
 * <topic> <speedup>}. A speedup of 0 fills the topic as fast as the broker takes it; any other
 * sends each record on its schedule. Prints {@code START <wall clock ms>} and, at the end,
 * {@code LOADED records digest p50Millis p99Millis planShare}.
 */
public final class LoadMain {
    /**
     * A little time between the start line and the first record, so that nothing is late at once,
     * ms.
     */
    private static final long LEAD_MILLIS = 500;

    private static final int WARM_UP_RECORDS = 50_000;
    private static final long MAX_DELAY_MICROS = 600_000_000L;

    private final Workload workload;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Pacer pacer;
    private final Histogram delayMicros = new Histogram(MAX_DELAY_MICROS, 3);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private LoadMain(
            Workload workload, String topic, KafkaProducer<byte[], byte[]> producer, Pacer pacer) {
        this.workload = workload;
        this.topic = topic;
        this.producer = producer;
        this.pacer = pacer;
    }

    /** Sends one workload; see the type's description. */
    public static void main(String[] args) throws IOException {
        Workload workload = WorkloadFile.open(Path.of(args[0]));
        double speedup = Double.parseDouble(args[3]);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config(args[1], speedup > 0))) {
            producer.partitionsFor(args[2]);
            warmUp(workload);
            long startMillis = System.currentTimeMillis() + LEAD_MILLIS;
            long origin = workload.horizon().startMillis();
            Pacer pacer = speedup > 0
                    ? new Pacer(new Schedule(startMillis, origin, speedup))
                    : Pacer.unpaced();
            new LoadMain(workload, args[2], producer, pacer).run(startMillis);
        }
    }

    /**
     * Makes records and throws them away, so that the first ones are not late because of cold code.
     */
    private static void warmUp(Workload workload) {
        MergedCursor cursor = new MergedCursor(workload);
        int made = 0;
        while (made < WARM_UP_RECORDS && cursor.next() != null) {
            made++;
        }
    }

    private static Map<String, Object> config(String bootstrapServers, boolean paced) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                // Idempotence keeps the order within a partition through retries: the lateness rule
                // rests on it.
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                paced ? 1 : 20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                paced ? 16_384 : 262_144,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64L * 1024 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                paced ? "none" : "lz4");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback reports what the future would.
    private void run(long startMillis) {
        say("START " + startMillis);
        MergedCursor cursor = new MergedCursor(workload);
        Digest digest = Digest.EMPTY;
        for (ScheduledRecord next = cursor.next(); next != null; next = cursor.next()) {
            delayMicros.recordValue(
                    Math.min(MAX_DELAY_MICROS, pacer.awaitMicros(next.dueMillis())));
            producer.send(toRecord(next), (metadata, error) -> {
                if (error != null) {
                    failure.compareAndSet(null, error);
                }
            });
            digest = digest.plus(next.hash());
            requireNoFailure();
        }
        producer.flush();
        requireNoFailure();
        say(String.format(
                Locale.ROOT,
                "LOADED %d %s %.3f %.3f %.4f",
                digest.count(),
                digest,
                delayMicros.getValueAtPercentile(50) / 1000.0,
                delayMicros.getValueAtPercentile(99) / 1000.0,
                pacer.planShare()));
    }

    private ProducerRecord<byte[], byte[]> toRecord(ScheduledRecord next) {
        byte[] key = ByteBuffer.allocate(Integer.BYTES).putInt(next.key()).array();
        return new ProducerRecord<>(topic, next.partition(), key, next.payload());
    }

    private void requireNoFailure() {
        Exception error = failure.get();
        if (error != null) {
            throw new IllegalStateException(
                    "the broker must take every record of " + topic + ", refused one", error);
        }
    }

    private static void say(String text) {
        System.out.println(Role.PREFIX + text);
        System.out.flush();
    }
}
