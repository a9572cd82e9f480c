package io.heliometer.flink;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.flink.internal.RereadingSource;
import io.heliometer.flink.internal.ResumeOffsets;

import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/**
 * Bytes in: one split per partition of the panel topic, from the beginning. Progress is in Flink's
 * checkpoints; the offsets committed to Kafka are for people who watch the lag.
 */
public final class ReadingSource {
    private ReadingSource() {}

    /** Returns the source of a job: unbounded, with the partitions that exist at the start. */
    public static Source<Arrival, ?, ?> kafka(Job job, EngineSettings settings) {
        ResumeOffsets resume = new ResumeOffsets();
        KafkaSource<Arrival> kafka = KafkaSource.<Arrival>builder()
                .setBootstrapServers(job.bootstrapServers())
                .setTopics(job.panelTopic())
                .setGroupId(job.applicationId())
                .setProperties(settings.consumer())
                .setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new Wire.Readings(resume))
                .build();
        return new RereadingSource(kafka, resume);
    }
}
