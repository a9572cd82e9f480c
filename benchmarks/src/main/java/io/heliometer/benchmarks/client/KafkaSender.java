package io.heliometer.benchmarks.client;

import io.heliometer.common.workload.ScheduledRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends to a Kafka topic with the idempotent producer. */
final class KafkaSender implements RecordSender {
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** One for all records, as there are millions. */
    private final Callback keepFirstFailure = (metadata, error) -> {
        if (error != null) {
            failure.compareAndSet(null, error);
        }
    };

    /**
     * Connects and asks for the topic's partitions, so that the first record does not have to.
     *
     * @param paced small batches at once, or big ones when full
     */
    KafkaSender(String bootstrapServers, String topic, boolean paced) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(config(bootstrapServers, paced));
        producer.partitionsFor(topic);
    }

    private static Map<String, Object> config(String bootstrapServers, boolean paced) {
        Map<String, Object> config = new HashMap<>(ProducerSettings.of(paced));
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }

    private static byte[] bigEndian(int key) {
        return new byte[] {(byte) (key >>> 24), (byte) (key >>> 16), (byte) (key >>> 8), (byte) key
        };
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The callback reports what the future would.
    public void send(ScheduledRecord scheduled) {
        producer.send(
                new ProducerRecord<>(
                        topic,
                        scheduled.partition(),
                        bigEndian(scheduled.key()),
                        scheduled.payload()),
                keepFirstFailure);
        requireNoFailure();
    }

    @Override
    public void flush() {
        producer.flush();
        requireNoFailure();
    }

    private void requireNoFailure() {
        Exception error = failure.get();
        if (error != null) {
            throw new IllegalStateException(
                    "the broker must take every record of " + topic + ", refused one", error);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
