package io.heliometer.flink;

import io.heliometer.common.engine.Job;
import io.heliometer.flink.internal.OutputRow;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/**
 * Rows out, exactly once: each sink subtask writes in a Kafka transaction that is flushed with the
 * checkpoint's barrier and committed when the checkpoint is complete. A reader of committed rows
 * therefore sees nothing for up to a checkpoint interval, then everything at once.
 */
public final class ResultSink {
    private ResultSink() {}

    /** Returns the one sink of a job, for results and rejects. */
    public static Sink<OutputRow> kafka(Job job, EngineSettings settings) {
        return KafkaSink.<OutputRow>builder()
                .setBootstrapServers(job.bootstrapServers())
                .setKafkaProducerConfig(settings.producer())
                .setRecordSerializer(new Wire.Rows(job))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(job.applicationId())
                // The default makes a new transactional id per checkpoint, which brokers keep for a
                // week.
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .build();
    }
}
