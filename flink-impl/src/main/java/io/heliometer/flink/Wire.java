package io.heliometer.flink;

import io.heliometer.common.engine.Job;
import io.heliometer.common.model.Arrival;
import io.heliometer.common.wire.OutputTopic;
import io.heliometer.common.wire.ReadingCodec;
import io.heliometer.flink.internal.ArrivalSerializer;
import io.heliometer.flink.internal.OutputRow;
import io.heliometer.flink.internal.ResumeOffsets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The bytes on the topics, as Flink's Kafka connector wants them: one schema in, one out. */
public final class Wire {
    private Wire() {}

    /**
     * Protocol Buffers to readings. A malformed payload is data too, so this never throws. What a
     * restore reads again (see {@link ResumeOffsets}) passes only if it is an end-of-stream marker.
     */
    static final class Readings implements KafkaRecordDeserializationSchema<Arrival> {
        private static final long serialVersionUID = 1L;
        private final ResumeOffsets resume;

        Readings(ResumeOffsets resume) {
            this.resume = resume;
        }

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrival> out) {
            Arrival arrival = ReadingCodec.arrival(record.value());
            if (!resume.isBefore(record.partition(), record.offset()) || arrival.isFlush()) {
                out.collect(arrival);
            }
        }

        @Override
        public TypeInformation<Arrival> getProducedType() {
            return ArrivalSerializer.TYPE;
        }
    }

    /**
     * Rows to UTF-8, each to its topic, without key or timestamp: Flink would put event time there,
     * and a broker's retention would take a row from last summer for an old one. The sink must be
     * told the topics, because the POOLING strategy looks there for transactions to abort.
     */
    static final class Rows
            implements KafkaRecordSerializationSchema<OutputRow>, KafkaDatasetFacetProvider {
        private static final long serialVersionUID = 1L;
        private final String resultsTopic;
        private final String rejectsTopic;

        Rows(Job job) {
            this.resultsTopic = job.resultsTopic();
            this.rejectsTopic = job.rejectsTopic();
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                OutputRow row, KafkaSinkContext context, Long timestampMillis) {
            String topic = row.topic() == OutputTopic.RESULTS ? resultsTopic : rejectsTopic;
            return new ProducerRecord<>(topic, row.row().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
            return Optional.of(new DefaultKafkaDatasetFacet(
                    DefaultKafkaDatasetIdentifier.ofTopics(List.of(resultsTopic, rejectsTopic))));
        }
    }
}
