package io.heliometer.benchmarks.client;

import io.heliometer.common.workload.ScheduledRecord;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The callback reports what the future would.
    public void send(ScheduledRecord scheduled) {
        byte[] key = ByteBuffer.allocate(Integer.BYTES).putInt(scheduled.key()).array();
        producer.send(
                new ProducerRecord<>(topic, scheduled.partition(), key, scheduled.payload()),
                (metadata, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
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
